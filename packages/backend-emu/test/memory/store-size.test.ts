import { expect, it } from 'vitest'
import { storeSize } from '../../src/memory/store-size.ts'

const MIB = 2 ** 20

it.each([
  ['a small context', 100, 0, 64 * 1024],
  ['a context that has grown', 100, 40 * 1024, MIB],
  ['a large object', 4 * MIB, 0, 256 * MIB],
  ['a large context', 100, 900 * MIB, 256 * MIB],
  ['an object beyond the largest step', 200 * MIB, 0, 512 * MIB],
])('%s gets a store with room to spare', (_, size, held, expected) => {
  expect(storeSize(size, held, 1024 * MIB)).toBe(expected)
})

it.each([
  ['the device has less', 100, 4096, 4096],
  ['the object is all the device has', 4096, 4096, 4096],
])('no more than is there: %s', (_, size, most, expected) => {
  expect(storeSize(size, 0, most)).toBe(expected)
})
