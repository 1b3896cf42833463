import { RGBA8, type ImageShape } from '@rxcl/core'
import { describe, expect, it } from 'vitest'
import { mapBuffer, mapImage, open, unmap } from '../support/mappings.ts'
import { left } from '../support/right.ts'
import { counting, Session } from '../support/session.ts'

const OUT_OF_HOST_MEMORY = -6
const R8 = { channelOrder: 'CL_R', channelDataType: 'CL_UNORM_INT8' } as const

const detach = ({ buffer }: Uint8Array): void => {
  structuredClone(buffer, { transfer: [buffer as ArrayBuffer] })
}

describe.each(['USE_HOST_PTR', 'COPY_HOST_PTR'] as const)('a buffer with %s', (flag) => {
  it('begins with the bytes of the view, as they are when it is made', () => {
    const session = new Session()
    const hostPtr = counting(6).subarray(2)
    const buffer = session.bufferFrom(flag, hostPtr)
    hostPtr.fill(0)
    expect([...session.read(buffer, 4)]).toEqual([3, 4, 5, 6])
  })

  it('of fewer bytes than there are takes the first ones', () => {
    const session = new Session()
    const desc = { size: 2, flags: [flag], hostPtr: counting(6) }
    const made = session.port.createBuffer(desc)
    if (made._tag === 'Left') throw new Error(made.left.message)
    expect([...session.read({ _tag: 'Buffer', handle: made.right }, 2)]).toEqual([1, 2])
  })

  it('of detached memory is refused with CL_OUT_OF_HOST_MEMORY and takes none of the device’s', () => {
    const session = new Session({ device: { globalMemSize: 64 } })
    const hostPtr = counting(64)
    detach(hostPtr)
    const failure = left(session.port.createBuffer({ size: 64, flags: [flag], hostPtr }))
    expect(failure).toMatchObject({ status: OUT_OF_HOST_MEMORY, parameter: 'host_ptr' })
    expect([...session.read(session.buffer(64), 1)]).toEqual([0])
  })
})

const IMAGES: readonly [ImageShape['type'], Omit<ImageShape, 'type' | 'format'>, number, number, number[]][] = [
  ['1D', { width: 3, height: 0, depth: 0, arraySize: 0 }, 3, 0, [1, 2, 3]],
  ['1D_ARRAY', { width: 2, height: 0, depth: 0, arraySize: 2 }, 2, 5, [1, 2, 6, 7]],
  ['2D', { width: 2, height: 2, depth: 0, arraySize: 0 }, 4, 0, [1, 2, 5, 6]],
  ['2D_ARRAY', { width: 2, height: 2, depth: 0, arraySize: 2 }, 3, 9, [1, 2, 4, 5, 10, 11, 13, 14]],
  ['3D', { width: 2, height: 2, depth: 2, arraySize: 0 }, 3, 6, [1, 2, 4, 5, 7, 8, 10, 11]],
]

describe.each(IMAGES)('a %s image from host memory', (type, size, rowPitch, slicePitch, pixels) => {
  const shape: ImageShape = { type, format: R8, ...size }
  const extent = [
    size.width,
    type === '1D_ARRAY' ? 2 : Math.max(size.height, 1),
    type === '2D_ARRAY' || type === '3D' ? 2 : 1,
  ] as const
  const last = pixels.at(-1) as number

  it.each(['USE_HOST_PTR', 'COPY_HOST_PTR'] as const)('with %s takes its pixels by the pitches', (flag) => {
    const session = new Session()
    const image = session.imageFrom(shape, { buffer: undefined, hostPtr: counting(last), rowPitch, slicePitch }, [flag])
    expect([...session.readImage(image, extent)]).toEqual(pixels)
  })

  it('with USE_HOST_PTR is mapped as the array of the program, with its pitches', () => {
    const session = new Session()
    const hostPtr = counting(last)
    const storage = { buffer: undefined, hostPtr, rowPitch, slicePitch }
    const image = session.imageFrom(shape, storage, ['USE_HOST_PTR'])
    session.run({ _tag: 'FillImage', image, fillColor: white, origin: [1, 0, 0], region: [1, extent[1], extent[2]] })
    expect(hostPtr).toEqual(counting(last))

    const mapped = open(session, mapImage(image, ['READ', 'WRITE'], [0, 0, 0], extent))
    expect(mapped.memory.bytes.buffer).toBe(hostPtr.buffer)
    expect(mapped.memory.bytes.length).toBe(last)
    const row = type === '1D_ARRAY' ? slicePitch : rowPitch
    expect([mapped.memory.rowPitch, mapped.memory.slicePitch]).toEqual([row, slicePitch])
    const shown = counting(last)
    for (let z = 0; z < extent[2]; z += 1)
      for (let y = 0; y < extent[1]; y += 1) shown[z * slicePitch + y * row + 1] = 255
    expect(hostPtr).toEqual(shown)

    hostPtr[0] = 77
    session.run(unmap(image, mapped))
    expect(session.readImage(image, extent)[0]).toBe(77)
  })
})

const white = new Uint8Array(Float32Array.of(1, 1, 1, 1).buffer)

describe('a map of a buffer with USE_HOST_PTR', () => {
  const setUp = () => {
    const session = new Session({ sliceBytes: 3 })
    const whole = counting(12)
    const hostPtr = whole.subarray(2, 10)
    const buffer = session.bufferFrom('USE_HOST_PTR', hostPtr)
    session.run({ _tag: 'FillBuffer', buffer, pattern: Uint8Array.of(50), offset: 0, size: 8 })
    return { session, whole, hostPtr, buffer }
  }

  it('brings the bytes of the region into the program’s array and shows that part of it', () => {
    const { session, whole, buffer } = setUp()
    const { memory } = open(session, mapBuffer(buffer, ['READ'], 1, 3))
    expect([...whole]).toEqual([1, 2, 3, 50, 50, 50, 7, 8, 9, 10, 11, 12])
    expect([memory.bytes.buffer === whole.buffer, memory.bytes.byteOffset, memory.bytes.length]).toEqual([true, 3, 3])
  })

  it('for writing: the unmap takes the region back, and the array stays', () => {
    const { session, whole, buffer } = setUp()
    const mapped = open(session, mapBuffer(buffer, ['WRITE_INVALIDATE_REGION'], 1, 3))
    whole.fill(7)
    session.run(unmap(buffer, mapped))
    expect([...session.read(buffer, 8)]).toEqual([50, 7, 7, 7, 50, 50, 50, 50])
    expect([whole.length, mapped.memory.bytes.length]).toEqual([12, 3])
  })

  it('without a flag for writing: the unmap takes nothing back', () => {
    const { session, whole, buffer } = setUp()
    const mapped = open(session, mapBuffer(buffer, ['READ'], 1, 3))
    whole.fill(7)
    session.run(unmap(buffer, mapped))
    expect([...session.read(buffer, 8)]).toEqual([50, 50, 50, 50, 50, 50, 50, 50])
  })

  it('of a sub-buffer shows the array from its origin on', () => {
    const { session, whole, buffer } = setUp()
    const { memory } = open(session, mapBuffer(session.subBuffer(buffer, 4, 4), ['READ'], 1, 2))
    expect([memory.bytes.buffer === whole.buffer, memory.bytes.byteOffset, ...memory.bytes]).toEqual([true, 7, 50, 50])
  })

  it('of an image over the buffer shows the array, with the row pitch of the image', () => {
    const { session, whole, buffer } = setUp()
    const storage = { buffer: buffer.handle, hostPtr: undefined, rowPitch: 4, slicePitch: 0 }
    const image = session.imageFrom({ type: '2D', format: R8, width: 2, height: 2, depth: 0, arraySize: 0 }, storage)
    const { memory } = open(session, mapImage(image, ['READ'], [1, 0, 0], [1, 2, 1]))
    expect([memory.bytes.buffer === whole.buffer, memory.bytes.byteOffset, memory.rowPitch]).toEqual([true, 3, 4])
    expect([...whole]).toEqual([1, 2, 3, 50, 5, 6, 7, 50, 9, 10, 11, 12])
  })

  it('fails with CL_OUT_OF_HOST_MEMORY when the array is detached, and its unmap does nothing and completes', () => {
    const { session, hostPtr, buffer } = setUp()
    detach(hostPtr)
    const command = mapBuffer(buffer, ['READ', 'WRITE'], 0, 8)
    expect(session.run(command).status).toBe(OUT_OF_HOST_MEMORY)
    expect(session.run(unmap(buffer, command)).status).toBe(0)
    expect([...session.read(buffer, 2)]).toEqual([50, 50])
  })

  it('releaseMapping leaves the array', () => {
    const { session, whole, buffer } = setUp()
    const { mapping } = open(session, mapBuffer(buffer, ['READ'], 0, 8))
    session.port.releaseMapping(mapping)
    expect(whole.length).toBe(12)
  })
})

describe('an image with COPY_HOST_PTR', () => {
  it('is mapped as memory of its own', () => {
    const session = new Session()
    const hostPtr = counting(4)
    const shape: ImageShape = { type: '2D', format: RGBA8, width: 1, height: 1, depth: 0, arraySize: 0 }
    const storage = { buffer: undefined, hostPtr, rowPitch: 4, slicePitch: 0 }
    const image = session.imageFrom(shape, storage, ['COPY_HOST_PTR'])
    const { memory } = open(session, mapImage(image, ['READ'], [0, 0, 0], [1, 1, 1]))
    expect([memory.bytes.buffer === hostPtr.buffer, ...memory.bytes]).toEqual([false, 1, 2, 3, 4])
  })
})
