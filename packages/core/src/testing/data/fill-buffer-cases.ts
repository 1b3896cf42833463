import { tap } from 'rxjs'
import { Command, completed, fillBuffer, ready } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual } from '../expect.ts'
import { fillBytes } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { value } from '../settle.ts'

const draft = drafts('data of fills', 'fills')

/** Every size that a pattern may have. */
export const PATTERN_SIZES = [1, 2, 4, 8, 16, 32, 64, 128] as const

/** Bytes of the memory that is filled: a multiple of every pattern size. */
const SIZE = 768

/** [offset, count] in patterns, within SIZE bytes: all of it, its start, its middle, its end, once, nothing. */
export const runsOf = (patternSize: number, size: number): readonly (readonly [number, number])[] => {
  const fits = size / patternSize
  return [
    [0, fits],
    [0, 1],
    [1, fits - 2],
    [fits - 1, 1],
    [2, 3],
    [1, 0],
    [fits, 0],
  ]
}

export const FILL_BUFFER_DATA: readonly Draft[] = [
  ...PATTERN_SIZES.map((patternSize) =>
    draft(`fillBuffer with a pattern of ${patternSize} bytes fills its range and nothing else`, async (bench) => {
      const queue = bench.queue()
      const expected = pattern(SIZE, 171)
      const buffer = await bench.buffer(expected)
      for (const [at, count] of runsOf(patternSize, SIZE)) {
        const [offset, size] = [at * patternSize, count * patternSize]
        const bytes = pattern(patternSize, offset + size)
        const filled = ready(buffer).pipe(fillBuffer(queue, bytes, { offset, size }), completed())
        const what = `fillBuffer of ${size} bytes at ${offset}`
        expectEqual(`${what}: emitted`, await value(what, filled), buffer)
        fillBytes(expected, offset, size, bytes)
        expectBytes(what, await bench.contents(buffer), expected)
      }
    }),
  ),
  draft('fillBuffer without a size fills to the end', async (bench) => {
    const queue = bench.queue()
    const expected = pattern(SIZE, 172)
    const buffer = await bench.buffer(expected)
    await bench.run(queue, Command.fillBuffer({ buffer, pattern: pattern(4, 173), offset: 12 }))
    fillBytes(expected, 12, SIZE - 12, pattern(4, 173))
    expectBytes('from byte 12', await bench.contents(buffer), expected)
    await bench.run(queue, Command.fillBuffer({ buffer, pattern: pattern(8, 174) }))
    fillBytes(expected, 0, SIZE, pattern(8, 174))
    expectBytes('all of it', await bench.contents(buffer), expected)
  }),
  draft('fillBuffer takes the bytes of any view, as they are when the command is enqueued', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(48, 175)
    const views: readonly ArrayBufferView[] = [
      new Uint8Array(bytes.buffer, 3, 4),
      new Int16Array(bytes.buffer, 2, 2),
      new Float32Array(bytes.buffer, 4, 4),
      new BigUint64Array(bytes.buffer, 8, 4),
      new DataView(bytes.buffer, 5, 8),
    ]
    for (const view of views) {
      const before = bytes.slice()
      const expected = pattern(SIZE, 176)
      const buffer = await bench.buffer(expected)
      // When the value comes, the command is enqueued and cannot have run.
      const filled = ready(buffer).pipe(
        fillBuffer(queue, view),
        tap(() => bytes.fill(0xee)),
        completed(),
      )
      await value('fillBuffer', filled)
      fillBytes(expected, 0, SIZE, before.slice(view.byteOffset, view.byteOffset + view.byteLength))
      expectBytes(`with a ${view.constructor.name}`, await bench.contents(buffer), expected)
      bytes.set(before)
      buffer.release()
    }
  }),
  draft(
    'fillBuffer fills a part of the parent through a sub-buffer',
    async (bench) => {
      const unit = Math.max(bench.device.memBaseAddrAlign, 128)
      const bytes = pattern(unit * 3, 177)
      const parent = await bench.buffer(bytes)
      const part = bench.subBuffer(parent, unit, unit)
      await bench.run(
        bench.queue(),
        Command.fillBuffer({ buffer: part, pattern: pattern(4, 178), offset: 8, size: 40 }),
      )
      fillBytes(bytes, unit + 8, 40, pattern(4, 178))
      expectBytes('the parent', await bench.contents(parent), bytes)
      await bench.run(bench.queue(), Command.fillBuffer({ buffer: part, pattern: pattern(16, 179) }))
      fillBytes(bytes, unit, unit, pattern(16, 179))
      expectBytes('the parent, all of the part filled', await bench.contents(parent), bytes)
    },
    'subBuffers',
  ),
  draft('a fill of more than a megabyte fills every byte', async (bench) => {
    const bytes = pattern(1024 * 1024 + 64, 180)
    const buffer = await bench.buffer(bytes)
    const [offset, size] = [32, bytes.length - 64]
    await bench.run(bench.queue(), Command.fillBuffer({ buffer, pattern: pattern(32, 181), offset, size }))
    fillBytes(bytes, offset, size, pattern(32, 181))
    expectBytes('the buffer', await bench.contents(buffer), bytes)
  }),
]
