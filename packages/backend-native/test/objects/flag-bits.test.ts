import { MEM_FLAGS, type SvmFlag } from '@rxcl/core'
import { expect, it } from 'vitest'
import { flagBits, flagBitsOfPart } from '../../src/objects/flag-bits.ts'

it.each<readonly [SvmFlag, number]>([
  ['READ_WRITE', 1],
  ['WRITE_ONLY', 2],
  ['READ_ONLY', 4],
  ['ALLOC_HOST_PTR', 16],
  ['HOST_WRITE_ONLY', 128],
  ['HOST_READ_ONLY', 256],
  ['HOST_NO_ACCESS', 512],
  ['SVM_FINE_GRAIN_BUFFER', 1024],
  ['SVM_ATOMICS', 2048],
])('%s is the bit %i', (flag, bit) => {
  expect(flagBits([flag])).toBe(bit)
})

it('flags together are all their bits', () => {
  expect(flagBits(MEM_FLAGS)).toBe(1 + 2 + 4 + 8 + 16 + 32 + 128 + 256 + 512)
})

it('a part does not ask for host memory again, and keeps the other flags', () => {
  expect(flagBitsOfPart(['READ_ONLY', 'ALLOC_HOST_PTR', 'HOST_NO_ACCESS'])).toBe(4 + 512)
})
