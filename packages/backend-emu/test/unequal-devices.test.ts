import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { firstValueFrom } from 'rxjs'
import { describe, expect, it } from 'vitest'
import {
  completed,
  copyImageToBuffer,
  copyBuffer,
  createOpenCL,
  Flow,
  readImage,
  ready,
  RGBA8,
  type ClContext,
  type ClDevice,
} from '@rxcl/core'
import { emulator, type DeviceProfile } from '../src/index.ts'

const right = <E1, A>(either: Either<E1, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

/** One context over a capable device and one that lacks something. */
const unequal = (lesser: DeviceProfile): { context: ClContext; able: ClDevice; less: ClDevice } => {
  const opencl = createOpenCL(emulator({ devices: [{}, lesser] }))
  const devices = right(opencl.devices())
  const [able, less] = devices
  if (able === undefined || less === undefined) throw new Error('two devices expected')
  return { context: right(opencl.createContext({ devices })), able, less }
}

const outcome = (flow: Flow<{ readonly _tag: string; readonly parameter?: string }, unknown>) =>
  firstValueFrom(
    flow.pipe(
      Flow.match(
        ({ _tag, parameter }) => `${_tag} ${parameter}`,
        () => 'ok',
      ),
    ),
  )

/** The same image copied and read on a queue of each device. */
const useImage = async (lesser: DeviceProfile) => {
  const { context, able, less } = unequal(lesser)
  const image = right(context.createImage({ type: '2D', width: 100, height: 2, format: RGBA8 }))
  const buffer = right(context.createBuffer({ size: 800 }))
  const on = async (device: ClDevice) => {
    const queue = right(context.createCommandQueue({ device }))
    const copied = await outcome(ready(image).pipe(copyImageToBuffer(queue, buffer), completed()))
    return [copied, await outcome(ready(image).pipe(readImage(queue)))]
  }
  return { able: await on(able), less: await on(less) }
}

describe('an object that only some devices of its context take', () => {
  it('CL_INVALID_IMAGE_SIZE: the image is wider than the queue device allows', async () => {
    expect(await useImage({ image2dMaxWidth: 99 })).toEqual({
      able: ['ok', 'ok'],
      less: ['CL_INVALID_IMAGE_SIZE src_image', 'CL_INVALID_IMAGE_SIZE image'],
    })
  })

  it('CL_IMAGE_FORMAT_NOT_SUPPORTED: the queue device has other formats', async () => {
    const formats = [{ channelOrder: 'CL_R', channelDataType: 'CL_FLOAT' }] as const
    expect(await useImage({ imageFormats: formats })).toEqual({
      able: ['ok', 'ok'],
      less: ['CL_IMAGE_FORMAT_NOT_SUPPORTED src_image', 'CL_IMAGE_FORMAT_NOT_SUPPORTED image'],
    })
  })

  it('CL_INVALID_OPERATION: the queue device has no images', async () => {
    expect(await useImage({ imageSupport: false })).toEqual({
      able: ['ok', 'ok'],
      less: ['CL_INVALID_OPERATION command_queue', 'CL_INVALID_OPERATION command_queue'],
    })
  })

  it('CL_MISALIGNED_SUB_BUFFER_OFFSET: the origin suits only the other device', async () => {
    const { context, able, less } = unequal({ memBaseAddrAlign: 512 })
    const parent = right(context.createBuffer({ size: 1024 }))
    const part = right(parent.createSubBuffer({ origin: 128, size: 64 }))
    const target = right(context.createBuffer({ size: 64 }))
    const on = (device: ClDevice) =>
      outcome(ready(part).pipe(copyBuffer(right(context.createCommandQueue({ device })), target), completed()))
    expect([await on(able), await on(less)]).toEqual(['ok', 'CL_MISALIGNED_SUB_BUFFER_OFFSET src_buffer'])
  })
})

describe('memory that runs out', () => {
  it('answers CL_MEM_OBJECT_ALLOCATION_FAILURE, and has room again after a release', () => {
    const context = right(createOpenCL(emulator({ device: { globalMemSize: 1000 } })).createContext())
    const first = right(context.createBuffer({ size: 600 }))
    expect(context.createBuffer({ size: 600 })).toMatchObject({
      left: { _tag: 'CL_MEM_OBJECT_ALLOCATION_FAILURE', status: -4, command: 'createBuffer', origin: 'driver' },
    })
    expect(context.svmAlloc({ size: 600 })).toMatchObject({ left: { _tag: 'CL_MEM_OBJECT_ALLOCATION_FAILURE' } })
    expect(context.createImage({ type: '1D', width: 150, format: RGBA8 })).toMatchObject({
      left: { _tag: 'CL_MEM_OBJECT_ALLOCATION_FAILURE' },
    })
    first.release()
    expect(E.isRight(context.createBuffer({ size: 600 }))).toBe(true)
  })
})

describe('fine-grained shared virtual memory', () => {
  it('is bytes of the host until it is freed; coarse-grained memory is not', () => {
    const context = right(createOpenCL(emulator()).createContext())
    const fine = right(context.svmAlloc({ size: 16, flags: ['READ_WRITE', 'SVM_FINE_GRAIN_BUFFER'] }))
    const bytes = right(fine.bytes())
    bytes[3] = 7
    expect(right(fine.bytes())[3]).toBe(7)
    fine.free()
    expect(bytes.byteLength).toBe(0)
    expect(fine.bytes()).toMatchObject({ left: { _tag: 'CL_INVALID_VALUE' } })
    const coarse = right(context.svmAlloc({ size: 16 }))
    expect(coarse.bytes()).toMatchObject({ left: { _tag: 'CL_INVALID_OPERATION' } })
  })
})
