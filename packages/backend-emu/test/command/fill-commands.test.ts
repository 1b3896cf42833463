import { LEGAL_FORMATS, RGBA8 } from '@rxcl/core'
import { pixelOf } from '@rxcl/core/port'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASES, eachPixel, packedOffset, volume } from '../support/images.ts'
import { at, counting, host, Session } from '../support/session.ts'
import { sliced } from '../support/sliced.ts'

const patterns = fc
  .integer({ min: 0, max: 7 })
  .chain((log) => fc.uint8Array({ minLength: 2 ** log, maxLength: 2 ** log }))
const places = fc.record({ before: fc.nat(3), times: fc.nat(5), after: fc.nat(20) })

describe('FillBuffer', () => {
  it('repeats the pattern over size bytes from offset on, and leaves the others', () => {
    fc.assert(
      fc.property(patterns, places, sliced, (pattern, { before, times, after }, given) => {
        const [offset, size] = [before * pattern.length, times * pattern.length]
        const bytes = counting(offset + size + after)
        const session = new Session(given)
        const buffer = session.buffer(bytes)
        expect(session.run({ _tag: 'FillBuffer', buffer, pattern, offset, size }).status).toBe(0)
        for (let i = 0; i < size; i += 1) bytes[offset + i] = pattern[i % pattern.length] as number
        expect(session.read(buffer, bytes.length)).toEqual(bytes)
      }),
    )
  })

  it('of a sub-buffer begins where that does', () => {
    const session = new Session()
    const parent = session.buffer(counting(8))
    const buffer = session.subBuffer(parent, 4, 4)
    session.run({ _tag: 'FillBuffer', buffer, pattern: Uint8Array.of(9, 8), offset: 2, size: 2 })
    expect([...session.read(parent, 8)]).toEqual([1, 2, 3, 4, 5, 6, 9, 8])
  })
})

describe.each([
  ['coarse', []],
  ['fine', ['SVM_FINE_GRAIN_BUFFER']],
] as const)('SvmMemFill with %s grain', (_, flags) => {
  it('repeats the pattern over size bytes from the pointer on, and leaves the others', () => {
    const session = new Session({ sliceBytes: 3 })
    const svm = session.svm(12, flags)
    session.run({ _tag: 'SvmMemcpy', dstPtr: at(svm, 0), srcPtr: host(counting(12)), size: 12 })
    session.run({ _tag: 'SvmMemFill', svmPtr: at(svm, 4), pattern: Uint8Array.of(50, 51), size: 6 })
    const out = new Uint8Array(12)
    session.run({ _tag: 'SvmMemcpy', dstPtr: host(out), srcPtr: at(svm, 0), size: 12 })
    expect([...out]).toEqual([1, 2, 3, 4, 50, 51, 50, 51, 50, 51, 11, 12])
  })
})

const colorFor = (type: string): Uint8Array => {
  const color = type.includes('SIGNED_INT') ? Int32Array.of(1, 2, 3, 4) : Float32Array.of(0.1, 0.4, 0.6, 0.9)
  return new Uint8Array(color.buffer)
}

describe.each(CASES)('FillImage of $type with $pixel bytes per pixel', ({ shape, extent, origin, region, pixel }) => {
  it('puts the pixel of the colour all over the region, and leaves the others', () => {
    const session = new Session({ sliceBytes: 7 })
    const storage = shape.type === '1D_BUFFER' ? session.buffer(volume(extent) * pixel) : undefined
    const image = session.image(shape, storage)
    const before = counting(volume(extent) * pixel)
    const rowPitch = extent[0] * pixel
    const inputSlicePitch = shape.type === '1D_ARRAY' ? rowPitch : rowPitch * extent[1]
    const whole = { origin: [0, 0, 0], region: extent } as const
    session.run({ _tag: 'WriteImage', image, ...whole, inputRowPitch: rowPitch, inputSlicePitch, ptr: before })

    const fillColor = colorFor(shape.format.channelDataType)
    expect(session.run({ _tag: 'FillImage', image, fillColor, origin, region }).status).toBe(0)

    const expected = before.slice()
    eachPixel(region, (x, y, z) => {
      const place = packedOffset(extent, pixel, origin[0] + x, origin[1] + y, origin[2] + z)
      expected.set(pixelOf(shape.format, fillColor), place)
    })
    expect(session.readImage(image, extent)).toEqual(expected)
  })
})

describe('FillImage', () => {
  it('knows every legal format', () => {
    const session = new Session()
    for (const format of LEGAL_FORMATS) {
      const image = session.image({ type: '2D', format, width: 2, height: 1, depth: 0, arraySize: 0 })
      const fillColor = colorFor(format.channelDataType).slice(0, format.channelOrder === 'CL_DEPTH' ? 4 : 16)
      const end = session.run({ _tag: 'FillImage', image, fillColor, origin: [0, 0, 0], region: [2, 1, 1] })
      const pixel = [...pixelOf(format, fillColor)]
      expect([end.status, ...session.readImage(image, [2, 1, 1])]).toEqual([0, ...pixel, ...pixel])
    }
  })

  it('of an image over a buffer leaves the bytes between the rows', () => {
    const session = new Session()
    const buffer = session.buffer(counting(24))
    const image = session.imageFrom(
      { type: '2D', format: RGBA8, width: 2, height: 2, depth: 0, arraySize: 0 },
      { buffer: buffer.handle, hostPtr: undefined, rowPitch: 12, slicePitch: 0 },
    )
    const fillColor = new Uint8Array(Float32Array.of(0, 1, 0, 1).buffer)
    session.run({ _tag: 'FillImage', image, fillColor, origin: [1, 0, 0], region: [1, 2, 1] })
    const expected = counting(24)
    expected.set([0, 255, 0, 255], 4)
    expected.set([0, 255, 0, 255], 16)
    expect(session.read(buffer, 24)).toEqual(expected)
  })
})
