import type { PortCommand } from '@rxcl/core/port'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eachPixel, type Triple } from '../support/images.ts'
import { Session } from '../support/session.ts'
import { sliced } from '../support/sliced.ts'

interface Side {
  readonly origin: Triple
  readonly rowPitch: number
  readonly slicePitch: number
}

const regions = fc.tuple(
  fc.integer({ min: 1, max: 20 }),
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 1, max: 3 }),
)
const sides = fc.record({
  origin: fc.tuple(fc.nat(4), fc.nat(2), fc.nat(2)),
  rowGap: fc.nat(6),
  sliceRows: fc.nat(2),
})

/** The pitches of a side: at least the region, and slices of whole rows. */
const sideOf = (region: Triple, given: { origin: Triple; rowGap: number; sliceRows: number }): Side => {
  const rowPitch = region[0] + given.rowGap
  return { origin: given.origin, rowPitch, slicePitch: rowPitch * (region[1] + given.sliceRows) }
}

const at = ({ origin, rowPitch, slicePitch }: Side, x: number, y: number, z: number): number =>
  origin[0] + x + (origin[1] + y) * rowPitch + (origin[2] + z) * slicePitch

const end = (side: Side, [w, h, d]: Triple): number => at(side, w - 1, h - 1, d - 1) + 1

const pattern = (size: number, factor: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => (i * factor) % 251)

/** What a copy of a box does, byte by byte. */
const copied = (src: Uint8Array, from: Side, dst: Uint8Array, to: Side, region: Triple): Uint8Array => {
  const expected = dst.slice()
  eachPixel(region, (x, y, z) => {
    expected[at(to, x, y, z)] = src[at(from, x, y, z)] as number
  })
  return expected
}

type Rect = 'WriteBufferRect' | 'ReadBufferRect' | 'CopyBufferRect'

/** Carries the command out and answers what its destination holds. */
const run = (session: Session, tag: Rect, src: Uint8Array, from: Side, dst: Uint8Array, to: Side, region: Triple) => {
  const perform = (command: PortCommand): void => expect(session.run(command).status).toBe(0)
  switch (tag) {
    case 'WriteBufferRect': {
      const buffer = session.buffer(dst)
      perform({
        _tag: tag,
        buffer,
        bufferOrigin: to.origin,
        bufferRowPitch: to.rowPitch,
        bufferSlicePitch: to.slicePitch,
        hostOrigin: from.origin,
        hostRowPitch: from.rowPitch,
        hostSlicePitch: from.slicePitch,
        region,
        ptr: src,
      })
      return session.read(buffer, dst.length)
    }
    case 'ReadBufferRect': {
      const ptr = dst.slice()
      perform({
        _tag: tag,
        buffer: session.buffer(src),
        bufferOrigin: from.origin,
        bufferRowPitch: from.rowPitch,
        bufferSlicePitch: from.slicePitch,
        hostOrigin: to.origin,
        hostRowPitch: to.rowPitch,
        hostSlicePitch: to.slicePitch,
        region,
        ptr,
      })
      return ptr
    }
    case 'CopyBufferRect': {
      const dstBuffer = session.buffer(dst)
      perform({
        _tag: tag,
        srcBuffer: session.buffer(src),
        dstBuffer,
        srcOrigin: from.origin,
        dstOrigin: to.origin,
        region,
        srcRowPitch: from.rowPitch,
        srcSlicePitch: from.slicePitch,
        dstRowPitch: to.rowPitch,
        dstSlicePitch: to.slicePitch,
      })
      return session.read(dstBuffer, dst.length)
    }
  }
}

describe.each<Rect>(['WriteBufferRect', 'ReadBufferRect', 'CopyBufferRect'])('%s', (tag) => {
  it('moves each byte of the box to its place by the pitches of either side, and no other', () => {
    fc.assert(
      fc.property(regions, sides, sides, sliced, (region, givenFrom, givenTo, given) => {
        const [from, to] = [sideOf(region, givenFrom), sideOf(region, givenTo)]
        const src = pattern(end(from, region), 7)
        const dst = pattern(end(to, region) + 3, 11)
        const session = new Session(given)
        expect(run(session, tag, src, from, dst, to, region)).toEqual(copied(src, from, dst, to, region))
      }),
    )
  })
})

describe('CopyBufferRect within one buffer', () => {
  it('copies between rectangles that lie in one another’s gaps', () => {
    const session = new Session({ sliceBytes: 5 })
    const bytes = pattern(80, 7)
    const buffer = session.buffer(bytes)
    const from: Side = { origin: [0, 0, 0], rowPitch: 20, slicePitch: 80 }
    const to: Side = { ...from, origin: [10, 0, 0] }
    const region: Triple = [8, 4, 1]
    session.run({
      _tag: 'CopyBufferRect',
      srcBuffer: buffer,
      dstBuffer: buffer,
      srcOrigin: from.origin,
      dstOrigin: to.origin,
      region,
      srcRowPitch: 20,
      srcSlicePitch: 80,
      dstRowPitch: 20,
      dstSlicePitch: 80,
    })
    expect(session.read(buffer, 80)).toEqual(copied(bytes, from, bytes, to, region))
  })
})
