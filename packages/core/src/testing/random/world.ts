import { RGBA8, type ClBuffer, type ClImage, type ImageType, type SvmAllocation } from '../../index.ts'
import { CAPABILITIES } from '../capability.ts'
import { expectBytes } from '../expect.ts'
import type { OracleImage, Triple } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import type { Memory, Workbench } from '../workbench.ts'

/** Memory of the device beside the oracle's. Whatever shares bytes has views of one ArrayBuffer. */
export interface Twin<M extends Memory> {
  readonly memory: M
  readonly bytes: Uint8Array
}

export interface ImageTwin extends Twin<ClImage> {
  readonly oracle: OracleImage
}

/** The memory that a random program works on; what the device lacks is not there. */
export interface World {
  readonly buffers: readonly Twin<ClBuffer>[]
  readonly images: readonly ImageTwin[]
  readonly allocations: readonly Twin<SvmAllocation>[]
}

const imageTwin = (memory: ClImage, extent: Triple, bytes: Uint8Array): ImageTwin => ({
  memory,
  bytes,
  oracle: { type: memory.type, extent, elementSize: 4, pixels: bytes },
})

const makeImages = async (bench: Workbench, buffer: Twin<ClBuffer>): Promise<readonly ImageTwin[]> => {
  const has = (type: ImageType): boolean => CAPABILITIES[`${type} images`].present(bench.device)
  const format = RGBA8
  const images: ImageTwin[] = []
  const add = async (extent: Triple, make: (bytes: Uint8Array) => Promise<ClImage>): Promise<void> => {
    const bytes = pattern(extent[0] * extent[1] * extent[2] * 4, images.length + 151)
    images.push(imageTwin(await make(bytes), extent, bytes))
  }
  if (has('2D')) await add([5, 4, 1], (bytes) => bench.image({ type: '2D', format, width: 5, height: 4 }, bytes))
  if (has('3D'))
    await add([3, 3, 2], (bytes) => bench.image({ type: '3D', format, width: 3, height: 3, depth: 2 }, bytes))
  if (has('1D_ARRAY'))
    await add([4, 3, 1], (bytes) => bench.image({ type: '1D_ARRAY', format, width: 4, arraySize: 3 }, bytes))
  if (has('1D_BUFFER')) {
    const memory = await bench.image({ type: '1D_BUFFER', format, width: 10, buffer: buffer.memory })
    images.push(imageTwin(memory, [10, 1, 1], buffer.bytes.subarray(0, 40)))
  }
  return images
}

export const makeWorld = async (bench: Workbench): Promise<World> => {
  const unit = bench.device.memBaseAddrAlign
  const wide = pattern(unit * 2, 161)
  const narrow = pattern(97, 162)
  const parent = { memory: await bench.buffer(wide), bytes: wide }
  const plain = { memory: await bench.buffer(narrow), bytes: narrow }
  const parts = CAPABILITIES.subBuffers.present(bench.device)
    ? [{ memory: bench.subBuffer(parent.memory, unit, unit), bytes: wide.subarray(unit) }]
    : []
  const allocations: Twin<SvmAllocation>[] = []
  if (CAPABILITIES.svm.present(bench.device))
    for (const seed of [163, 164])
      allocations.push({ memory: await bench.svm(pattern(61, seed)), bytes: pattern(61, seed) })
  return { buffers: [parent, plain, ...parts], images: await makeImages(bench, plain), allocations }
}

export const expectWorld = async (bench: Workbench, world: World): Promise<void> => {
  for (const [kind, twins] of Object.entries(world))
    for (const [index, { memory, bytes }] of (twins as readonly Twin<Memory>[]).entries())
      expectBytes(`${kind}[${index}] at the end`, await bench.contents(memory), bytes)
}

export const releaseWorld = (world: World): void => {
  for (const { memory } of world.images) memory.release()
  for (const { memory } of world.buffers) memory.release()
  for (const { memory } of world.allocations) memory.free()
}
