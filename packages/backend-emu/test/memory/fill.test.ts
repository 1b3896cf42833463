import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOST, Move } from '../../src/memory/move.ts'
import { WasmMemories } from '../../src/memory/wasm-memories.ts'

const finish = (move: Move, limit: number): number[] => {
  const steps: number[] = []
  while (!move.isFinished) steps.push(move.step(limit))
  return steps
}

const SIZE = 2 ** 19
const wasm = new WasmMemories().make(SIZE) as Uint8Array
const around = Uint8Array.from({ length: SIZE }, (_, i) => (i * 7) % 251)

interface Fill {
  readonly pattern: Uint8Array
  readonly offset: number
  readonly rowBytes: number
  readonly rows: number
  readonly rowPitch: number
  readonly slices: number
  readonly slicePitch: number
}

const expected = ({ pattern, offset, rowBytes, rows, rowPitch, slices, slicePitch }: Fill): Uint8Array => {
  const bytes = around.slice()
  for (let z = 0; z < slices; z += 1)
    for (let y = 0; y < rows; y += 1)
      for (let x = 0; x < rowBytes; x += 1)
        bytes[offset + z * slicePitch + y * rowPitch + x] = pattern[x % pattern.length] as number
  return bytes
}

/** Fills in steps of `limit` bytes, checks the bytes and answers the steps. */
const expectFilled = (fill: Fill, limit: number, isWasm = false): readonly number[] => {
  const dst = isWasm ? wasm : around.slice()
  dst.set(around)
  const move = new Move()
  move.to(dst, fill.offset, fill.rowPitch, fill.slicePitch)
  move.fill(fill.pattern)
  move.extent(fill.rowBytes, fill.rows, fill.slices)
  const steps = finish(move, limit)
  expect(Buffer.compare(dst, expected(fill))).toBe(0)
  return steps
}

const patterns = fc.oneof(
  fc.integer({ min: 0, max: 7 }).chain((log) => fc.uint8Array({ minLength: 2 ** log, maxLength: 2 ** log })),
  // All bytes alike.
  fc.tuple(fc.integer({ min: 0, max: 7 }), fc.nat(255)).map(([log, byte]) => new Uint8Array(2 ** log).fill(byte)),
)

describe('a fill', () => {
  it('repeats the pattern in each row of the box and touches no other byte, in steps of any size', () => {
    fc.assert(
      fc.property(
        patterns,
        fc.record({
          offset: fc.nat(9),
          patterns: fc.integer({ min: 1, max: 6 }),
          rows: fc.integer({ min: 1, max: 5 }),
          slices: fc.integer({ min: 1, max: 4 }),
          rowGap: fc.nat(3),
          sliceGap: fc.nat(5),
        }),
        fc.integer({ min: 1, max: 900 }),
        fc.boolean(),
        (pattern, { offset, patterns: count, rows, slices, rowGap, sliceGap }, limit, isWasm) => {
          const rowBytes = count * pattern.length
          const rowPitch = rowBytes + rowGap
          const slicePitch = rowPitch * rows + sliceGap
          const steps = expectFilled({ pattern, offset, rowBytes, rows, rowPitch, slices, slicePitch }, limit, isWasm)
          expect(steps.reduce((sum, step) => sum + step, 0)).toBe(rowBytes * rows * slices)
          expect(Math.max(...steps)).toBeLessThanOrEqual(limit)
        },
      ),
    )
  })

  const long = (pattern: Uint8Array, rowBytes: number): Fill => ({
    pattern,
    offset: 5,
    rowBytes,
    rows: 1,
    rowPitch: 0,
    slices: 1,
    slicePitch: 0,
  })

  it.each([1, 2, 16, 128])('of a long row with a pattern of %i bytes goes on where the step before ended', (length) => {
    const pattern = Uint8Array.from({ length }, (_, i) => 200 - i)
    for (const limit of [131_072, 131_071, 200_001, SIZE]) expectFilled(long(pattern, 409_600), limit)
  })

  it('of many long rows leaves the bytes between them', () => {
    const pattern = Uint8Array.of(1, 2, 3, 4)
    expectFilled({ ...long(pattern, 140_000), rows: 3, rowPitch: 140_001, slicePitch: 420_003 }, SIZE)
  })

  it('is lost when its destination is detached between two steps', () => {
    const dst = new Uint8Array(64)
    const move = new Move()
    move.to(dst, 0, 0, 0)
    move.fill(Uint8Array.of(1, 2))
    move.extent(64, 1, 1)
    expect(move.step(7)).toBe(7)
    structuredClone(dst.buffer, { transfer: [dst.buffer] })
    expect(move.step(7)).toBe(LOST)
  })

  it('leaves nothing behind for the copy after it', () => {
    const dst = new Uint8Array(4)
    const move = new Move()
    move.to(dst, 0, 0, 0)
    move.fill(Uint8Array.of(9))
    move.extent(4, 1, 1)
    finish(move, 4)
    move.from(Uint8Array.of(1, 2, 3, 4), 0, 0, 0)
    move.to(dst, 0, 0, 0)
    move.extent(4, 1, 1)
    finish(move, 4)
    expect([...dst]).toEqual([1, 2, 3, 4])
  })
})

describe('a refused move', () => {
  it('answers its status in one step, and the next move works', () => {
    const move = new Move()
    move.refuse(-12)
    expect([move.isFinished, move.step(9)]).toEqual([false, -12])
    move.clear()
    expect(move.isFinished).toBe(true)
    const dst = new Uint8Array(2)
    move.from(Uint8Array.of(1, 2), 0, 0, 0)
    move.to(dst, 0, 0, 0)
    move.extent(2, 1, 1)
    expect([move.step(9), ...dst]).toEqual([2, 1, 2])
  })
})
