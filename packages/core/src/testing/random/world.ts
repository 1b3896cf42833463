import type { ClBuffer, ClImage, FillColor, SvmAllocation } from '../../index.ts'
import { right } from '../expect.ts'
import type { Triple } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import type { Workbench } from '../workbench.ts'
import { everyDeviceHas } from './every-device.ts'
import type { Mapping } from './mapping.ts'
import { makeImages, pixelPitch } from './world-images.ts'

/** Memory of the device or the program beside the oracle's. Whatever shares bytes has views of one ArrayBuffer. */
export interface Twin<M> {
  readonly memory: M
  readonly bytes: Uint8Array
}

export interface BufferTwin extends Twin<ClBuffer> {
  /** The program's own memory behind it, which a map shows. */
  readonly own?: Uint8Array
}

export interface ImageTwin extends Twin<ClImage> {
  readonly extent: Triple
  readonly elementSize: number
  /** Of the oracle's bytes. */
  readonly rowPitch: number
  readonly slicePitch: number
  /** The colour that is one pixel of these bytes. */
  readonly colorOf: (pixel: Uint8Array) => FillColor
}

export interface SvmTwin extends Twin<SvmAllocation> {
  isFreed: boolean
}

/** An array of the program's. */
export interface HostTwin extends Twin<Uint8Array> {
  /** Where it is the bytes of fine-grained memory: that. */
  readonly allocation?: SvmTwin
}

/** The memory that a random program works on; what the device lacks is not there. */
export interface World {
  readonly buffers: readonly BufferTwin[]
  readonly images: readonly ImageTwin[]
  readonly allocations: readonly SvmTwin[]
  readonly hosts: readonly HostTwin[]
  /** What is mapped, and what was. */
  readonly mappings: Set<Mapping>
  readonly ended: Mapping[]
}

/** `pixels` bytes at least lie in the first buffer, which images are made from. */
const makeBuffers = (bench: Workbench, pixels: number): readonly BufferTwin[] => {
  const { context } = bench
  const unit = Math.max(128, ...context.devices.map(({ memBaseAddrAlign }) => memBaseAddrAlign))
  const make = (bytes: Uint8Array): BufferTwin => ({
    memory: right(
      'createBuffer',
      context.createBuffer({ size: bytes.length, flags: ['READ_WRITE', 'COPY_HOST_PTR'], hostPtr: bytes.slice() }),
    ),
    bytes,
  })
  const parent = make(pattern(unit * 2, 161))
  const part = (origin: number, size: number): BufferTwin => ({
    memory: bench.subBuffer(parent.memory, origin, size),
    bytes: parent.bytes.subarray(origin, origin + size),
  })
  const own = pattern(112, 163)
  const using: BufferTwin = {
    memory: right(
      'createBuffer',
      context.createBuffer({ size: own.length, flags: ['READ_WRITE', 'USE_HOST_PTR'], hostPtr: own }),
    ),
    bytes: own.slice(),
    own,
  }
  return [
    make(pattern(Math.max(113, pixels), 162)),
    parent,
    using,
    ...(everyDeviceHas(context.devices, 'subBuffers') ? [part(0, unit + 16), part(unit, unit)] : []),
  ]
}

const SVM_SIZE = 160

const makeAllocations = async (bench: Workbench): Promise<readonly SvmTwin[]> => {
  const { context } = bench
  if (!everyDeviceHas(context.devices, 'svm')) return []
  const twins: SvmTwin[] = []
  for (const seed of [164, 165])
    twins.push({
      memory: right('svmAlloc', context.svmAlloc({ size: SVM_SIZE })),
      bytes: pattern(SVM_SIZE, seed),
      isFreed: false,
    })
  if (context.devices.every(({ svm }) => svm.fineGrainBuffer))
    twins.push({
      memory: right('svmAlloc', context.svmAlloc({ size: SVM_SIZE, flags: ['READ_WRITE', 'SVM_FINE_GRAIN_BUFFER'] })),
      bytes: pattern(SVM_SIZE, 166),
      isFreed: false,
    })
  await Promise.all(twins.map(({ memory, bytes }) => bench.fill(memory, bytes)))
  return twins
}

const makeHosts = (allocations: readonly SvmTwin[]): readonly HostTwin[] => {
  const [memory, bytes] = [pattern(150, 167), pattern(150, 167)]
  const views = [
    [0, 120],
    [30, 150],
  ] as const
  const fine = allocations.filter((allocation) => allocation.memory.flags.includes('SVM_FINE_GRAIN_BUFFER'))
  return [
    ...views.map(([from, to]) => ({ memory: memory.subarray(from, to), bytes: bytes.subarray(from, to) })),
    ...fine.map((allocation) => ({
      memory: right('bytes', allocation.memory.bytes()),
      bytes: allocation.bytes,
      allocation,
    })),
  ]
}

export const makeWorld = async (bench: Workbench): Promise<World> => {
  const pitch = pixelPitch(bench.context.devices)
  const buffers = makeBuffers(bench, pitch * 4 * 4)
  const [first] = buffers
  const allocations = await makeAllocations(bench)
  return {
    buffers,
    images: first === undefined ? [] : makeImages(bench, first, pitch),
    allocations,
    hosts: makeHosts(allocations),
    mappings: new Set(),
    ended: [],
  }
}

/** Gives the objects back; what is still mapped goes with the context. */
export const releaseWorld = (world: World): void => {
  for (const { memory } of world.images) memory.release()
  for (const { memory } of world.buffers) memory.release()
  for (const { memory } of world.allocations) memory.free()
}
