import { RGBA8, type ImageShape } from '@rxcl/core'
import type { ImageRef, MappingRef, PortCommand } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import { SOUND } from '../support/records.ts'
import { Session } from '../support/session.ts'

const NVIDIA = { ...SOUND, name: 'NVIDIA CUDA', version: 'OpenCL 3.0 CUDA 13.0.1' }
const ORIGIN = [0, 0, 0] as const

/** What the program sees of a map that the driver has completed. */
const seen = (session: Session, make: (mapping: MappingRef) => PortCommand) => {
  const mapping: MappingRef = { handle: undefined }
  session.submit(session.queue(), make(mapping))
  session.end(0)
  return session.port.mappedMemory(mapping)
}

const mapImage = (session: Session, image: ImageRef, region: readonly [number, number, number] = [2, 1, 1]) =>
  seen(session, (mapping) => ({ _tag: 'MapImage', image, mapFlags: ['READ'], origin: ORIGIN, region, mapping }))

const shapeOf = (type: ImageShape['type']): ImageShape => ({
  type,
  format: RGBA8,
  width: 4,
  height: type === '2D' || type === '2D_ARRAY' || type === '3D' ? 2 : 0,
  depth: type === '3D' ? 2 : 0,
  arraySize: type.endsWith('ARRAY') ? 2 : 0,
})

describe('the pitches of a mapped image', () => {
  const pitches = { rowPitch: 32, slicePitch: 128 }

  it.each([
    ['1D', { rowPitch: 32, slicePitch: 0 }],
    ['2D', { rowPitch: 32, slicePitch: 0 }],
    ['1D_ARRAY', { rowPitch: 128, slicePitch: 128 }],
    ['2D_ARRAY', { rowPitch: 32, slicePitch: 128 }],
    ['3D', { rowPitch: 32, slicePitch: 128 }],
  ] as const)('of a %s follow the rules, whatever the driver says beyond', (type, expected) => {
    const session = new Session({ pitches })
    expect(mapImage(session, session.image(shapeOf(type)))).toMatchObject(expected)
  })

  it('of a 1D array where the driver says one pitch only are both that', () => {
    const session = new Session({ pitches: { rowPitch: 16, slicePitch: 0 } })
    expect(mapImage(session, session.image(shapeOf('1D_ARRAY')))).toMatchObject({ rowPitch: 16, slicePitch: 16 })
  })

  it('of a 1D array that the driver has as a plane are the distance of its rows', () => {
    const session = new Session({ pitches, platforms: [NVIDIA] })
    expect(mapImage(session, session.image(shapeOf('1D_ARRAY')))).toMatchObject({ rowPitch: 32, slicePitch: 32 })
  })

  it('of one whose buffer is mapped in its place are tight', () => {
    const session = new Session()
    const image = session.bufferImage(shapeOf('1D_BUFFER'), session.buffer())
    expect(mapImage(session, image)).toMatchObject({ rowPitch: 8, slicePitch: 0 })
  })
})

describe('a map of memory that the program has already', () => {
  it('USE_HOST_PTR: is a part of the program’s own array', () => {
    const session = new Session()
    const host = new Uint8Array(64)
    const memory = seen(session, (mapping) => ({
      _tag: 'MapBuffer',
      buffer: session.buffer(host),
      mapFlags: ['READ'],
      offset: 8,
      size: 4,
      mapping,
    }))
    expect([memory.bytes.buffer, memory.bytes.byteOffset, memory.bytes.length]).toEqual([host.buffer, 8, 4])
  })

  it('a sub-buffer: from its first byte on', () => {
    const session = new Session()
    const host = new Uint8Array(64)
    const buffer = session.subBuffer(session.buffer(host), 16, 16)
    const memory = seen(session, (mapping) => ({
      _tag: 'MapBuffer',
      buffer,
      mapFlags: [],
      offset: 8,
      size: 4,
      mapping,
    }))
    expect([memory.bytes.buffer, memory.bytes.byteOffset, memory.bytes.length]).toEqual([host.buffer, 24, 4])
  })

  it.each([
    ['2D', [1, 1, 0], [2, 1, 1], 4 + 20, 8, { rowPitch: 20, slicePitch: 0 }],
    ['3D', [1, 1, 1], [2, 1, 1], 4 + 20 + 60, 8, { rowPitch: 20, slicePitch: 60 }],
    ['3D', [0, 0, 0], [4, 2, 2], 0, 60 + 20 + 16, { rowPitch: 20, slicePitch: 60 }],
    ['1D_ARRAY', [1, 1, 0], [2, 1, 1], 4 + 60, 8, { rowPitch: 60, slicePitch: 60 }],
  ] as const)('a %s image from %j on, region %j', (type, origin, region, start, length, pitches) => {
    const session = new Session()
    const hostPtr = new Uint8Array(200)
    const image = session.image(shapeOf(type), { hostPtr, rowPitch: 20, slicePitch: 60 }, ['USE_HOST_PTR'])
    const memory = seen(session, (mapping) => ({
      _tag: 'MapImage',
      image,
      mapFlags: ['READ'],
      origin,
      region,
      mapping,
    }))
    expect([memory.bytes.buffer, memory.bytes.byteOffset, memory.bytes.length]).toEqual([hostPtr.buffer, start, length])
    expect(memory).toMatchObject(pitches)
  })

  it('a 1D array that the driver has as a plane: the distance of its images', () => {
    const session = new Session({ platforms: [NVIDIA] })
    const hostPtr = new Uint8Array(200)
    const image = session.image(shapeOf('1D_ARRAY'), { hostPtr, rowPitch: 16, slicePitch: 60 }, ['USE_HOST_PTR'])
    expect(mapImage(session, image, [2, 2, 1])).toMatchObject({ rowPitch: 60, slicePitch: 60, bytes: { length: 68 } })
  })

  it('an image over such a buffer: of that buffer’s array', () => {
    const session = new Session()
    const host = new Uint8Array(64)
    const image = session.bufferImage(shapeOf('1D_BUFFER'), session.buffer(host))
    expect(mapImage(session, image).bytes.buffer).toBe(host.buffer)
  })

  it('COPY_HOST_PTR: is memory of the driver', () => {
    const session = new Session()
    const hostPtr = new Uint8Array(32)
    const image = session.image(shapeOf('2D'), { hostPtr, rowPitch: 16, slicePitch: 32 }, ['COPY_HOST_PTR'])
    expect(mapImage(session, image).bytes.buffer).not.toBe(hostPtr.buffer)
  })

  it('fine-grained SVM: a part of its bytes; coarse-grained SVM: memory of the driver', () => {
    const session = new Session()
    const map = (allocation: { readonly handle: unknown }) =>
      seen(session, (mapping) => {
        const svmPtr = { _tag: 'SvmPointer', allocation, byteOffset: 4 } as const
        return { _tag: 'SvmMap', svmPtr, flags: ['READ'], size: 8, mapping }
      })
    const fine = session.svm(['SVM_FINE_GRAIN_BUFFER'])
    expect(map(fine).bytes.buffer).toBe(session.port.svmBytes(fine.handle).buffer)
    expect(map(fine).bytes).toHaveLength(8)
    expect(session.driver.shown.size).toBe(0)
    map(session.svm())
    expect(session.driver.shown.size).toBe(1)
  })
})

describe('memory of the program that an object is made over', () => {
  const transferable = (bytes: Uint8Array): boolean => {
    try {
      structuredClone(bytes.buffer, { transfer: [bytes.buffer as ArrayBuffer] })
    } catch {
      // It was refused.
    }
    return bytes.length === 0
  }

  it.each([
    ['USE_HOST_PTR', 1 << 3, false],
    ['COPY_HOST_PTR', 1 << 5, true],
  ] as const)('%s: the driver gets it and flag %i; whether it can be transferred later: %j', (flag, bits, is) => {
    const session = new Session()
    const hostPtr = new Uint8Array(100)
    session.port.createBuffer({ size: 64, flags: [flag], hostPtr })
    expect(session.driver.created).toMatchObject([{ flags: bits, host: { length: 64, buffer: hostPtr.buffer } }])
    expect(transferable(hostPtr)).toBe(is)
  })

  it('an image: the pitches that the type has', () => {
    const session = new Session()
    const hostPtr = new Uint8Array(200)
    for (const type of ['2D', '3D', '1D_ARRAY'] as const)
      session.image(shapeOf(type), { hostPtr, rowPitch: 20, slicePitch: 60 }, ['COPY_HOST_PTR'])
    const pitches = session.driver.created.map(({ record }) => [record?.rowPitch, record?.slicePitch])
    // The images of a 1D array are lines to some drivers, and slices to others.
    expect(pitches).toEqual([
      [20, 0],
      [20, 60],
      [60, 60],
    ])
  })
})
