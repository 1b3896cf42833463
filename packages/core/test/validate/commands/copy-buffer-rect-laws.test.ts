import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateCopyBufferRect } from '../../../src/validate/commands/copy-buffer-rect.ts'
import { checkWith, commandWorld } from '../command-world.ts'
import { bufferOf, device, partOf, queueOf } from '../objects.ts'
import { expectRefusal } from '../specification.ts'

const check = checkWith('CopyBufferRect', validateCopyBufferRect)
const TOTAL = 400

type Numbers = readonly [number, number, number]
interface Pitches {
  readonly row: number
  readonly slice: number
}

const bytesOf = (first: number, [x, y, z]: Numbers, [width, rows, slices]: Numbers, { row, slice }: Pitches) => {
  const found = new Set<number>()
  for (let k = 0; k < slices; k++)
    for (let j = 0; j < rows; j++)
      for (let i = 0; i < width; i++) found.add(first + x + i + (y + j) * row + (z + k) * slice)
  return found
}

const regions = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
// Origins past a row or slice pitch: such boxes wrap around the end of a row.
const origins = fc.tuple(fc.nat(24), fc.nat(4), fc.nat(2))
const gaps = fc.record({ bytes: fc.nat(6), rows: fc.nat(3) })
const pitchesFor = ([width, rows]: Numbers, gap: { bytes: number; rows: number }): Pitches => {
  const row = width + gap.bytes
  return { row, slice: row * (rows + gap.rows) }
}
const parts = fc.record({ origin: fc.nat(40), whole: fc.boolean() })

interface Boxes {
  readonly region: Numbers
  readonly srcOrigin: Numbers
  readonly dstOrigin: Numbers
  readonly src: Pitches
  readonly dst: Pitches
  readonly from: { readonly origin: number; readonly whole: boolean }
  readonly to: { readonly origin: number; readonly whole: boolean }
}

const boxes = (equalPitches: boolean): fc.Arbitrary<Boxes> =>
  fc
    .record({ region: regions, srcOrigin: origins, dstOrigin: origins, a: gaps, b: gaps, from: parts, to: parts })
    .map(({ a, b, ...rest }) => ({
      ...rest,
      src: pitchesFor(rest.region, a),
      dst: pitchesFor(rest.region, equalPitches ? a : b),
    }))

const { here } = commandWorld()
const queue = queueOf(here, device({ memBaseAddrAlign: 1 }))
const parent = bufferOf(here, TOTAL)

/** Checks random boxes against sets of bytes; answers how many overlapped and how many did not. */
const compareWithBytes = (of: fc.Arbitrary<Boxes>) => {
  const seen = { clash: 0, apart: 0 }
  fc.assert(
    fc.property(of, ({ region, srcOrigin, dstOrigin, src, dst, from, to }) => {
      const make = ({ origin, whole }: typeof from) => (whole ? parent : partOf(parent, origin, TOTAL - origin))
      const srcBuffer = make(from)
      const dstBuffer = make(to)
      fc.pre(srcBuffer !== dstBuffer || (src.row === dst.row && src.slice === dst.slice))
      const read = bytesOf(srcBuffer.origin, srcOrigin, region, src)
      const written = bytesOf(dstBuffer.origin, dstOrigin, region, dst)
      fc.pre(Math.max(...read, ...written) < TOTAL)
      const clash = [...written].some((byte) => read.has(byte))
      seen[clash ? 'clash' : 'apart'] += 1
      const answer = check({
        queue,
        waitList: [],
        srcBuffer,
        dstBuffer,
        srcOrigin,
        dstOrigin,
        region,
        srcRowPitch: src.row,
        srcSlicePitch: src.slice,
        dstRowPitch: dst.row,
        dstSlicePitch: dst.slice,
      })
      if (clash) expectRefusal(answer, 'CopyBufferRect', 'CL_MEM_COPY_OVERLAP', 'dst_buffer')
      else expect(answer._tag).toBe('Right')
    }),
    { numRuns: 3000 },
  )
  return seen
}

describe('CopyBufferRect', () => {
  it.each([
    ['equal', true],
    ['different', false],
  ])('with %s pitches finds an overlap exactly when some byte is in both boxes', (_name, isEqual) => {
    const { clash, apart } = compareWithBytes(boxes(isEqual))
    expect(Math.min(clash, apart)).toBeGreaterThan(300)
  })

  it('takes a box exactly when its last byte, computed without rounding, is in the buffer', () => {
    const small = fc.nat(6)
    const near = fc.oneof(
      { weight: 3, arbitrary: small },
      { weight: 1, arbitrary: small.map((less) => Number.MAX_SAFE_INTEGER - less) },
      { weight: 1, arbitrary: small.map((more) => 2 ** 51 + more) },
    )
    const side = near.map((n) => Math.max(1, n))
    const srcBuffer = bufferOf(here, Number.MAX_SAFE_INTEGER)
    const dstBuffer = bufferOf(here, Number.MAX_SAFE_INTEGER)
    const seen = { fits: 0, leaves: 0 }
    const pads = fc.constantFrom(1, 2, 3)
    fc.assert(
      fc.property(
        fc.tuple(near, near, near),
        fc.tuple(side, side, side),
        near,
        pads,
        (srcOrigin, region, extra, times) => {
          const [x, y, z] = srcOrigin.map(BigInt) as [bigint, bigint, bigint]
          const [width, rows, slices] = region.map(BigInt) as [bigint, bigint, bigint]
          const row = width + BigInt(extra)
          const slice = row * rows * BigInt(times)
          fc.pre(slice <= BigInt(Number.MAX_SAFE_INTEGER))
          const end = x + y * row + z * slice + (slices - 1n) * slice + (rows - 1n) * row + width
          // The destination is packed, from 0: it leaves where its size in bytes does.
          const fits = end <= BigInt(srcBuffer.size) && width * rows * slices <= BigInt(dstBuffer.size)
          seen[fits ? 'fits' : 'leaves'] += 1
          const answer = check({
            queue,
            waitList: [],
            srcBuffer,
            dstBuffer,
            srcOrigin,
            dstOrigin: [0],
            region,
            srcRowPitch: Number(row),
            srcSlicePitch: Number(slice),
            dstRowPitch: 0,
            dstSlicePitch: 0,
          })
          expect(answer._tag).toBe(fits ? 'Right' : 'Left')
        },
      ),
      { numRuns: 2000 },
    )
    expect(Math.min(seen.fits, seen.leaves)).toBeGreaterThan(100)
  })
})
