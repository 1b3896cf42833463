import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { createOpenCL, RGBA8, type ClContext, type MemFlag } from '../../src/index.ts'
import type { ContextPort, ImageStorage } from '../../src/port/index.ts'
import { right } from '../stream/fixture.ts'
import { RecordingBackend } from '../stream/recording-backend.ts'
import { detached } from '../validate/objects.ts'
import { expectSameMemory } from '../validate/specification.ts'

/** Writes down what buffers and images are made from. */
class Recorder extends RecordingBackend {
  readonly buffers: (Uint8Array | undefined)[] = []
  readonly images: ImageStorage[] = []

  override openContext(...args: Parameters<RecordingBackend['openContext']>): E.Either<never, ContextPort> {
    return E.map((port: ContextPort): ContextPort => ({
      ...port,
      createBuffer: (desc) => {
        this.buffers.push(desc.hostPtr)
        return port.createBuffer(desc)
      },
      createImage: (shape, flags, storage) => {
        this.images.push(storage)
        return port.createImage(shape, flags, storage)
      },
    }))(super.openContext(...args))
  }
}

const opened = () => {
  const backend = new Recorder()
  return { backend, context: right(createOpenCL(backend).createContext()) }
}

const COPY: readonly MemFlag[] = ['COPY_HOST_PTR']
const USE: readonly MemFlag[] = ['USE_HOST_PTR']

describe('the port gets', () => {
  it.each([[COPY], [USE]])('the bytes of the host memory behind a buffer with %j', (flags) => {
    const { backend, context } = opened()
    const hostPtr = new Uint16Array(new ArrayBuffer(64), 8, 16)
    const buffer = right(context.createBuffer({ size: 24, flags, hostPtr }))
    expectSameMemory(backend.buffers[0], hostPtr)
    expect(buffer.hostPtr).toBe(flags === USE ? hostPtr : undefined)
  })

  it('no host memory for a buffer with memory of its own', () => {
    const { backend, context } = opened()
    right(context.createBuffer({ size: 24 }))
    expect(backend.buffers).toEqual([undefined])
  })

  const NOTHING = { buffer: undefined, hostPtr: undefined, rowPitch: 0, slicePitch: 0 }
  it.each([
    ['an image with memory of its own', { type: '3D', height: 5, depth: 2 }, NOTHING],
    ['a 1D image', { type: '1D', flags: COPY }, { rowPitch: 12, slicePitch: 12 }],
    ['a 1D array', { type: '1D_ARRAY', arraySize: 2, flags: COPY }, { rowPitch: 12, slicePitch: 12 }],
    ['a 2D image', { type: '2D', height: 5, flags: USE, rowPitch: 16 }, { rowPitch: 16, slicePitch: 80 }],
    [
      'a 3D image',
      { type: '3D', height: 5, depth: 2, flags: COPY, rowPitch: 16, slicePitch: 96 },
      { rowPitch: 16, slicePitch: 96 },
    ],
  ] as const)('for %s, %j: %j', (_name, desc, storage) => {
    const { backend, context } = opened()
    const hostPtr = 'flags' in desc ? new Uint8Array(256) : undefined
    right(context.createImage({ format: RGBA8, width: 3, ...desc, ...(hostPtr === undefined ? {} : { hostPtr }) }))
    expect(backend.images).toEqual([{ buffer: undefined, hostPtr, ...storage }])
  })

  it('the buffer behind an image, with its row pitch', () => {
    const { backend, context } = opened()
    const buffer = right(context.createBuffer({ size: 1024 }))
    right(context.createImage({ type: '2D', format: RGBA8, width: 4, height: 2, rowPitch: 32, buffer }))
    right(context.createImage({ type: '1D_BUFFER', format: RGBA8, width: 4, buffer }))
    expect(backend.images).toEqual([
      { buffer: 'buffer 1', hostPtr: undefined, rowPitch: 32, slicePitch: 0 },
      { buffer: 'buffer 1', hostPtr: undefined, rowPitch: 16, slicePitch: 0 },
    ])
  })
})

describe('release', () => {
  it('gives a buffer back after the 2D image that is made from it', () => {
    const { backend, context } = opened()
    const buffer = right(context.createBuffer({ size: 1024 }))
    const image = right(context.createImage({ type: '2D', format: RGBA8, width: 4, height: 2, buffer }))
    buffer.release()
    expect(backend.released).toEqual([])
    image.release()
    expect(backend.released).toEqual(['image 2', 'buffer 1'])
  })

  const overSvm = (context: ClContext, flags: readonly MemFlag[]) => {
    const allocation = right(context.svmAlloc({ size: 64, flags: ['SVM_FINE_GRAIN_BUFFER'] }))
    const buffer = right(context.createBuffer({ size: 64, flags, hostPtr: right(allocation.bytes()) }))
    return { allocation, buffer }
  }

  it('frees shared virtual memory after the buffer over it', () => {
    const { backend, context } = opened()
    const { allocation, buffer } = overSvm(context, USE)
    allocation.free()
    expect(backend.released).toEqual([])
    buffer.release()
    expect(backend.released).toEqual(['buffer 2', 'svm 1'])
  })

  it('frees shared virtual memory at once that a buffer has copied', () => {
    const { backend, context } = opened()
    overSvm(context, COPY).allocation.free()
    expect(backend.released).toEqual(['svm 1'])
  })
})

it('a part of a buffer whose host memory is gone has no memory either, and is no defect', () => {
  const { context } = opened()
  const hostPtr = new Uint8Array(1024)
  const buffer = right(context.createBuffer({ size: 1024, flags: USE, hostPtr }))
  structuredClone(hostPtr.buffer, { transfer: [hostPtr.buffer] })
  expect(right(buffer.createSubBuffer({ origin: 128, size: 64 })).hostPtr?.byteLength).toBe(detached().byteLength)
})
