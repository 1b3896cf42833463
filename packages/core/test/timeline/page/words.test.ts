import { expect, it } from 'vitest'
import {
  bytesInWords,
  countInWords,
  momentInWords,
  rateInWords,
  shareInWords,
  timeInWords,
} from '../../../src/timeline/page/words.ts'

it.each([
  [0, '0 ns'],
  [0.125, '125 ns'],
  [1, '1 µs'],
  [1.2345, '1.23 µs'],
  [999, '999 µs'],
  [1000, '1 ms'],
  [12_345, '12.3 ms'],
  [1e6, '1 s'],
  [1_234_567_000, '1,235 s'],
])('%d microseconds are %s', (microseconds, words) => {
  expect(timeInWords(microseconds)).toBe(words)
})

it.each([
  [0, '0.000 µs'],
  [999.5, '999.500 µs'],
  [12_345.6, '12.346 ms'],
])('the moment after %d microseconds is %s', (microseconds, words) => {
  expect(momentInWords(microseconds)).toBe(words)
})

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1 KiB'],
  [1_500_000, '1.43 MiB'],
  [2 ** 40, '1,024 GiB'],
])('%d bytes are %s', (bytes, words) => {
  expect(bytesInWords(bytes)).toBe(words)
})

it.each([
  [1_000_000, 1000, '1 GB/s'],
  [2_500_000, 1000, '2.5 GB/s'],
  [0, 1000, undefined],
  [1000, 0, undefined],
])('%d bytes in %d microseconds are %s', (bytes, microseconds, words) => {
  expect(rateInWords(bytes, microseconds)).toBe(words)
})

it('a share is in percent; of nothing it is none', () => {
  expect([shareInWords(1, 3), shareInWords(1, 1), shareInWords(0, 0)]).toEqual(['33%', '100%', '0%'])
})

it('one is singular', () => {
  expect([0, 1, 1200].map((count) => countInWords(count, 'command'))).toEqual([
    '0 commands',
    '1 command',
    '1,200 commands',
  ])
})
