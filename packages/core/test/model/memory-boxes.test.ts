import { describe, expect, it } from 'vitest'
import { bufferBox, bufferRange, hostRange, imageBox, svmRange } from '../../src/model/memory-boxes.ts'
import { boxesOverlap } from '../../src/model/strided-box.ts'
import { bufferOf, context, imageOf, partOf, svmOf } from '../validate/objects.ts'

const here = context()

describe('the bytes of a command', () => {
  it('of a part are those of its parent', () => {
    const parent = bufferOf(here)
    const part = partOf(parent, 128, 256)
    expect(bufferRange(part, 8, 16)).toEqual(bufferRange(parent, 136, 16))
    expect(bufferBox(part, [1, 2, 3], [4, 5, 6], 10, 100)).toMatchObject({
      start: 128 + 1 + 20 + 300,
      rowBytes: 4,
      rows: 5,
      slices: 6,
    })
    expect(Object.is(bufferRange(part, 0, 1).memory, parent)).toBe(true)
  })

  it.each([
    ['1D', [3, 0, 0], [4, 1, 1], [12, 16, 1, 1], 0, 0],
    ['1D_ARRAY', [3, 2, 0], [4, 2, 1], [140, 16, 2, 1], 64, 0],
    ['2D', [3, 2, 0], [4, 5, 1], [140, 16, 5, 1], 64, 0],
    ['2D_ARRAY', [3, 2, 1], [4, 5, 3], [652, 16, 5, 3], 64, 512],
    ['3D', [3, 2, 1], [4, 5, 3], [652, 16, 5, 3], 64, 512],
  ] as const)('of a %s image of its own lie tightly packed', (type, origin, region, expected, rowPitch, slicePitch) => {
    const image = imageOf(here, type)
    const box = imageBox(image, origin, region)
    expect([box.start, box.rowBytes, box.rows, box.slices]).toEqual(expected)
    expect(Object.is(box.memory, image)).toBe(true)
    if (rowPitch > 0) expect(box.rowPitch).toBe(rowPitch)
    if (slicePitch > 0) expect(box.slicePitch).toBe(slicePitch)
  })

  it('of an image made from a part of a buffer are those of the whole buffer, in its row pitch', () => {
    const parent = bufferOf(here, 4096)
    const image = imageOf(here, '2D', { buffer: partOf(parent, 128, 1024), rowPitch: 80 })
    const box = imageBox(image, [2, 3, 0], [4, 5, 1])
    expect(box).toMatchObject({ start: 128 + 8 + 240, rowBytes: 16, rows: 5, rowPitch: 80, slices: 1 })
    expect(Object.is(box.memory, parent)).toBe(true)
    expect(boxesOverlap(box, bufferRange(parent, 376 + 16, 64))).toBe(false)
    expect(boxesOverlap(box, bufferRange(parent, 376 + 16, 65))).toBe(true)
  })

  it('of a pointer are those of its allocation, and of a view those of its buffer', () => {
    const allocation = svmOf(here)
    expect(svmRange(allocation.at(24), 8)).toMatchObject({ start: 24, rowBytes: 8 })
    expect(Object.is(svmRange(allocation.at(24), 8).memory, allocation)).toBe(true)
    const view = new Uint32Array(new ArrayBuffer(64), 16, 4)
    expect(hostRange(view, 8)).toMatchObject({ start: 16, rowBytes: 8 })
    expect(Object.is(hostRange(view, 8).memory, view.buffer)).toBe(true)
  })
})
