import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxesOverlap, byteRange, endOf, surelyCovers, type StridedBox } from '../../src/model/strided-box.ts'

const MEMORY = {}

const bytesOf = ({ start, rowBytes, rows, rowPitch, slices, slicePitch }: StridedBox): ReadonlySet<number> => {
  const bytes = new Set<number>()
  for (let slice = 0; slice < slices; slice += 1)
    for (let row = 0; row < rows; row += 1)
      for (let byte = 0; byte < rowBytes; byte += 1) bytes.add(start + slice * slicePitch + row * rowPitch + byte)
  return bytes
}

const shareByte = (a: StridedBox, b: StridedBox): boolean => {
  const bytes = bytesOf(b)
  return [...bytesOf(a)].some((byte) => bytes.has(byte))
}

const covers = (a: StridedBox, b: StridedBox): boolean => {
  const bytes = bytesOf(a)
  return [...bytesOf(b)].every((byte) => bytes.has(byte))
}

const few = fc.integer({ min: 0, max: 4 })
const some = fc.integer({ min: 1, max: 4 })

/** A box of any pitches, whose rows do not overlap one another; empty now and then. */
const anyBox = fc
  .record({ start: fc.nat(60), rowBytes: few, rows: few, slices: few, gap: fc.nat(6), deep: fc.nat(9) })
  .map(({ start, rowBytes, rows, slices, gap, deep }): StridedBox => {
    const rowPitch = Math.max(1, rowBytes + gap)
    return {
      memory: MEMORY,
      start,
      rowBytes,
      rows,
      rowPitch,
      slices,
      slicePitch: Math.max(1, (rows - 1) * rowPitch + rowBytes + deep),
    }
  })

const box = fc.record({ start: fc.nat(60), rowBytes: some, rows: some, slices: some })

/** Two boxes of one pair of pitches, as two parts of a rectangle or an image are; rows may reach into the next. */
const samePitches = fc
  .record({ a: box, b: box, gap: fc.nat(6), deep: fc.nat(2), rest: fc.constantFrom(0, 0, 1) })
  .map(({ a, b, gap, deep, rest }): readonly [StridedBox, StridedBox] => {
    const rowPitch = Math.max(a.rowBytes, b.rowBytes) + gap
    const slicePitch = rowPitch * (Math.max(a.rows, b.rows) + deep) + rest
    return [
      { memory: MEMORY, ...a, rowPitch, slicePitch },
      { memory: MEMORY, ...b, rowPitch, slicePitch },
    ]
  })

const twoBoxes = fc.oneof(
  fc.tuple(anyBox, anyBox),
  samePitches,
  fc.tuple(
    anyBox,
    fc.tuple(fc.nat(90), fc.nat(30)).map(([start, size]) => byteRange(MEMORY, start, size)),
  ),
)

describe('boxesOverlap', () => {
  it('is true exactly when some byte is in both boxes', () => {
    fc.assert(
      fc.property(twoBoxes, ([a, b]) => {
        expect(boxesOverlap(a, b)).toBe(shareByte(a, b))
        expect(boxesOverlap(b, a)).toBe(boxesOverlap(a, b))
      }),
      { numRuns: 5000 },
    )
  })

  it('is true of a box and itself, unless it is empty', () => {
    fc.assert(
      fc.property(anyBox, (one) => {
        expect(boxesOverlap(one, { ...one })).toBe(one.rowBytes * one.rows * one.slices > 0)
      }),
    )
  })

  it('is false of two memories', () => {
    expect(boxesOverlap(byteRange({}, 0, 8), byteRange({}, 0, 8))).toBe(false)
    expect(boxesOverlap(byteRange(MEMORY, 0, 8), byteRange(MEMORY, 0, 8))).toBe(true)
  })

  it('counts bytes beyond 2^32 exactly', () => {
    const far = 2 ** 40
    const rows: StridedBox = {
      memory: MEMORY,
      start: far,
      rowBytes: 4,
      rows: 1000,
      rowPitch: 2 ** 20,
      slices: 1,
      slicePitch: 2 ** 30,
    }
    const last = far + 999 * 2 ** 20
    expect(boxesOverlap(rows, byteRange(MEMORY, last + 3, 1))).toBe(true)
    expect(boxesOverlap(rows, byteRange(MEMORY, last + 4, 100))).toBe(false)
    expect(boxesOverlap(rows, byteRange(MEMORY, last - 1, 1))).toBe(false)
  })
})

describe('surelyCovers', () => {
  it('is true only where every byte of the second box is in the first', () => {
    fc.assert(
      fc.property(twoBoxes, ([a, b]) => {
        if (surelyCovers(a, b)) expect(covers(a, b)).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })

  it('is true of ranges exactly when the second lies in the first', () => {
    const range = fc.tuple(fc.nat(20), some).map(([start, size]) => byteRange(MEMORY, start, size))
    fc.assert(
      fc.property(range, range, (a, b) => {
        expect(surelyCovers(a, b)).toBe(covers(a, b))
      }),
    )
  })
})

describe('endOf', () => {
  it('is one past the last byte', () => {
    fc.assert(
      fc.property(anyBox, (one) => {
        fc.pre(one.rowBytes * one.rows * one.slices > 0)
        expect(endOf(one)).toBe(Math.max(...bytesOf(one)) + 1)
      }),
    )
  })
})
