import { right } from 'fp-ts/lib/Either.js'
import { BufferObject, partOfHostPtr } from '../../src/model/buffer.ts'
import type { ContextIdentity } from '../../src/model/context-identity.ts'
import type { ClDevice } from '../../src/model/device.ts'
import { EventObject } from '../../src/model/event.ts'
import type { HostData } from '../../src/model/host-data.ts'
import { elementSize, LEGAL_FORMATS, RGBA8, type LegalImageFormat } from '../../src/model/image-format.ts'
import { ImageObject, type ImageShape } from '../../src/model/image.ts'
import type { ImageType } from '../../src/model/image-type.ts'
import type { MemFlag } from '../../src/model/mem-flag.ts'
import { QueueObject } from '../../src/model/queue.ts'
import type { Resource, ResourceOwner } from '../../src/model/resource.ts'
import { SvmObject } from '../../src/model/svm.ts'

// Real objects of the model over handles that stand for nothing: a rule needs no backend.

const OWNER: ResourceOwner = { dispose: () => undefined }
const HANDLE = 'handle'

const formatsFor = (type: ImageType): readonly LegalImageFormat[] =>
  LEGAL_FORMATS.filter(({ channelOrder }) => channelOrder !== 'CL_DEPTH' || type === '2D' || type === '2D_ARRAY')

/** A device that can do everything, with small limits. */
export const device = (overrides: Partial<ClDevice> = {}): ClDevice => ({
  _tag: 'Device',
  name: 'test device',
  type: 'gpu',
  version: '3.0',
  imageSupport: true,
  memBaseAddrAlign: 128,
  maxMemAllocSize: 2 ** 52,
  globalMemSize: 2 ** 53 - 1,
  image2dMaxWidth: 1024,
  image2dMaxHeight: 512,
  image3dMaxWidth: 256,
  image3dMaxHeight: 128,
  image3dMaxDepth: 64,
  imageMaxBufferSize: 4096,
  imageMaxArraySize: 32,
  imagePitchAlignment: 4,
  imageBaseAddressAlignment: 8,
  outOfOrderQueues: true,
  svm: { coarseGrainBuffer: true, fineGrainBuffer: true, fineGrainSystem: false, atomics: true },
  imageFormats: {
    '1D': formatsFor('1D'),
    '1D_BUFFER': formatsFor('1D_BUFFER'),
    '1D_ARRAY': formatsFor('1D_ARRAY'),
    '2D': formatsFor('2D'),
    '2D_ARRAY': formatsFor('2D_ARRAY'),
    '3D': formatsFor('3D'),
  },
  ...overrides,
})

export const NO_SVM = { coarseGrainBuffer: false, fineGrainBuffer: false, fineGrainSystem: false, atomics: false }

export interface TestContext extends ContextIdentity {
  released: boolean
}

export const context = (...devices: readonly ClDevice[]): TestContext => ({
  devices: devices.length === 0 ? [device()] : devices,
  released: false,
})

export const queueOf = (of: ContextIdentity, on: ClDevice = of.devices[0] ?? device()): QueueObject =>
  new QueueObject(of, HANDLE, OWNER, { device: on, outOfOrder: false, profiling: false })

export const bufferOf = (
  of: ContextIdentity,
  size = 1024,
  flags: readonly MemFlag[] = ['READ_WRITE'],
  hostPtr?: HostData,
): BufferObject =>
  new BufferObject(of, HANDLE, OWNER, { size, flags, origin: 0, parent: undefined, hostPtr }, () => {
    throw new Error('the rules make no parts')
  })

export const partOf = (parent: BufferObject, origin: number, size: number): BufferObject =>
  new BufferObject(
    parent.context,
    HANDLE,
    OWNER,
    { size, flags: parent.flags, origin, parent, hostPtr: partOfHostPtr(parent.hostPtr, origin, size) },
    () => {
      throw new Error('the rules make no parts')
    },
  )

const SHAPES: Readonly<Record<ImageType, Omit<ImageShape, 'format'>>> = {
  '1D': { type: '1D', width: 16, height: 0, depth: 0, arraySize: 0 },
  '1D_BUFFER': { type: '1D_BUFFER', width: 16, height: 0, depth: 0, arraySize: 0 },
  '1D_ARRAY': { type: '1D_ARRAY', width: 16, height: 0, depth: 0, arraySize: 4 },
  '2D': { type: '2D', width: 16, height: 8, depth: 0, arraySize: 0 },
  '2D_ARRAY': { type: '2D_ARRAY', width: 16, height: 8, depth: 0, arraySize: 4 },
  '3D': { type: '3D', width: 16, height: 8, depth: 4, arraySize: 0 },
}

/** 16 pixels wide, 8 high, 4 deep or 4 images, of 4 bytes per pixel, as far as the type has these. */
export const imageOf = (
  of: ContextIdentity,
  type: ImageType = '2D',
  more: {
    readonly shape?: Partial<ImageShape>
    readonly flags?: readonly MemFlag[]
    readonly buffer?: BufferObject
    /** In bytes; tight unless given. */
    readonly rowPitch?: number
    readonly hostPtr?: HostData
  } = {},
): ImageObject => {
  const shape = { ...SHAPES[type], format: RGBA8, ...more.shape }
  const rowPitch = more.rowPitch ?? shape.width * elementSize(shape.format)
  const hasSlices = shape.depth > 0 || shape.arraySize > 0
  return new ImageObject(of, HANDLE, OWNER, shape, more.flags ?? ['READ_WRITE'], {
    buffer: more.buffer,
    rowPitch,
    slicePitch: hasSlices ? rowPitch * Math.max(shape.height, 1) : 0,
    hostPtr: more.hostPtr,
  })
}

export const svmOf = (of: ContextIdentity, size = 1024, alignment = 0): SvmObject =>
  new SvmObject(of, HANDLE, OWNER, { size, flags: ['READ_WRITE'], alignment }, () => {
    throw new Error('the rules read no bytes')
  })

/** The bytes of a fine-grained allocation, as a program gets them. */
export const svmBytesOf = (of: ContextIdentity, size: number): Uint8Array => {
  const bytes = new Uint8Array(size)
  new SvmObject(of, HANDLE, OWNER, { size, flags: ['READ_WRITE', 'SVM_FINE_GRAIN_BUFFER'], alignment: 0 }, () =>
    right(bytes),
  ).bytes()
  return bytes
}

const buffersBehind = new WeakMap<object, BufferObject>()
/** The buffer behind the 1D_BUFFER image of a context, always the same. */
export const behind = (of: ContextIdentity): BufferObject => {
  const buffer = buffersBehind.get(of) ?? bufferOf(of)
  buffersBehind.set(of, buffer)
  return buffer
}

let lastEvent = 0
export const eventOf = (of: ContextIdentity): EventObject =>
  new EventObject((lastEvent += 1), of, undefined, 'UserEvent', { eventStatus: () => 2 })

/** The same object, released. */
export const released = <R extends Resource>(resource: R): R => {
  resource.release()
  return resource
}

/** A view of a buffer that was transferred away. */
export const detached = (bytes = 64): Uint8Array => {
  const view = new Uint8Array(bytes)
  structuredClone(view.buffer, { transfer: [view.buffer] })
  return view
}

/** A view of a buffer that may change its length. */
export const resizable = (bytes = 64): Uint8Array => {
  const Resizable = ArrayBuffer as unknown as new (length: number, options: { maxByteLength: number }) => ArrayBuffer
  return new Uint8Array(new Resizable(bytes, { maxByteLength: 2 * bytes }))
}

/** A view of a shared buffer that may grow. */
export const growable = (bytes = 64): Uint8Array => {
  const Growable = SharedArrayBuffer as unknown as new (
    length: number,
    options: { maxByteLength: number },
  ) => SharedArrayBuffer
  return new Uint8Array(new Growable(bytes, { maxByteLength: 2 * bytes }))
}
