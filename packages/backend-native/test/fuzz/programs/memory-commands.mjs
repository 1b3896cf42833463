import { Command } from '@rxcl/core'
import { box, maybe, pointer, sizeOf } from './command-parts.mjs'
import { boxPart, numberUpTo } from './wild-values.mjs'

const MAP_FLAGS = [
  ['READ'],
  ['WRITE'],
  ['READ', 'WRITE'],
  ['WRITE_INVALIDATE_REGION'],
  [],
  ['READ', 'WRITE_INVALIDATE_REGION'],
  ['NO_FLAG'],
]

const mapFlags = ({ random }) => maybe(random, () => random.pick(MAP_FLAGS))

const migrationFlags = ({ random }) =>
  maybe(random, () => random.some(['HOST', 'CONTENT_UNDEFINED', 'NO_FLAG']).slice(0, 2))

/** A box of bytes that mostly lies in 512 of them. */
const rect = ({ random }) => ({
  region: boxPart(random, [12, 4, 3], 1),
  origins: Array.from({ length: 2 }, () => maybe(random, () => boxPart(random, [6, 3, 2], 0))),
  rows: Array.from({ length: 2 }, () => (random.chance(0.6) ? undefined : numberUpTo(random, 24))),
  slices: Array.from({ length: 2 }, () => (random.chance(0.8) ? undefined : 24 * random.below(6))),
})

const hostRect = (world) => {
  const { region, origins, rows, slices } = rect(world)
  const [bufferOrigin, hostOrigin] = origins
  const [bufferRowPitch, hostRowPitch] = rows
  const [bufferSlicePitch, hostSlicePitch] = slices
  return { region, bufferOrigin, hostOrigin, bufferRowPitch, hostRowPitch, bufferSlicePitch, hostSlicePitch }
}

const pattern = ({ random }) =>
  new Uint8Array(random.chance(0.9) ? 2 ** random.below(8) : random.below(200)).fill(random.below(256))

const color = ({ random }) => {
  const number = () => (random.chance(0.1) ? random.pick([Number.NaN, Infinity, -5, 2 ** 33]) : random.below(3))
  return Array.from({ length: random.chance(0.95) ? 4 : random.below(6) }, number)
}

const svmPointer = (world) => {
  const allocation = world.oneOrWrong('allocations')
  return allocation?._tag === 'SvmAllocation' ? allocation.at(128 * world.random.below(3)) : allocation
}

const some = (world, one) => Array.from({ length: world.random.between(1, 3) }, () => one(world))

/** The memory commands that neither read, write nor copy a plain range. */
export const MEMORY_COMMANDS = {
  writeBufferRect: (world) =>
    Command.writeBufferRect({
      buffer: world.oneOrWrong('buffers'),
      ptr: world.oneOrWrong('arrays'),
      ...hostRect(world),
    }),
  readBufferRect: (world) => {
    const ptr = world.random.chance(0.5) ? undefined : world.oneOrWrong('arrays')
    return Command.readBufferRect({ buffer: world.oneOrWrong('buffers'), ptr, ...hostRect(world) })
  },
  copyBufferRect: (world) => {
    const { region, origins, rows, slices } = rect(world)
    return Command.copyBufferRect({
      srcBuffer: world.oneOrWrong('buffers'),
      dstBuffer: world.oneOrWrong('buffers'),
      srcOrigin: origins[0],
      dstOrigin: origins[1],
      region,
      srcRowPitch: rows[0],
      dstRowPitch: rows[1],
      srcSlicePitch: slices[0],
      dstSlicePitch: slices[1],
    })
  },
  fillBuffer: (world) => {
    const { random } = world
    const offset = maybe(random, () => 128 * random.below(3))
    const size = maybe(random, () => 128 * random.below(3))
    return Command.fillBuffer({ buffer: world.oneOrWrong('buffers'), pattern: pattern(world), offset, size })
  },
  copyImage: (world) => {
    const srcImage = world.oneOrWrong('images')
    const dstImage = world.random.chance(0.3) ? srcImage : world.oneOrWrong('images')
    const { origin: srcOrigin, region } = box(world.random, srcImage)
    return Command.copyImage({ srcImage, dstImage, srcOrigin, dstOrigin: box(world.random, dstImage).origin, region })
  },
  fillImage: (world) => {
    const image = world.oneOrWrong('images')
    return Command.fillImage({ image, fillColor: color(world), ...box(world.random, image) })
  },
  mapBuffer: (world) => {
    const buffer = world.oneOrWrong('buffers')
    const offset = maybe(world.random, () => numberUpTo(world.random, sizeOf(buffer) >> 1))
    const size = maybe(world.random, () => numberUpTo(world.random, sizeOf(buffer) >> 2))
    return Command.mapBuffer({ buffer, mapFlags: mapFlags(world), offset, size })
  },
  mapImage: (world) => {
    const image = world.oneOrWrong('images')
    return Command.mapImage({ image, mapFlags: mapFlags(world), ...box(world.random, image) })
  },
  unmap: (world) => {
    const mapped = world.oneOrWrong('mappings')
    return Command.unmap({ memobj: world.random.chance(0.95) ? mapped?.resource : world.oneOrWrong('buffers'), mapped })
  },
  migrate: (world) =>
    Command.migrate({
      memObjects: some(world, (one) => one.oneOrWrong(one.random.chance(0.6) ? 'buffers' : 'images')),
      flags: migrationFlags(world),
    }),
  svmMemFill: (world) => {
    const size = maybe(world.random, () => 128 * world.random.below(3))
    return Command.svmMemFill({ svmPtr: svmPointer(world), pattern: pattern(world), size })
  },
  svmMap: (world) => {
    const size = maybe(world.random, () => numberUpTo(world.random, 128))
    return Command.svmMap({ svmPtr: svmPointer(world), flags: mapFlags(world), size })
  },
  svmUnmap: (world) => {
    const mapped = world.oneOrWrong('mappings')
    return Command.svmUnmap({ svmPtr: world.random.chance(0.95) ? mapped?.resource : pointer(world), mapped })
  },
  svmMigrate: (world) =>
    Command.svmMigrate({ svmPointers: some(world, svmPointer), sizes: undefined, flags: migrationFlags(world) }),
  svmFree: (world) => {
    const pointers = some(world, (one) => {
      const allocation = one.oneOrWrong('allocations')
      return allocation?._tag === 'SvmAllocation' ? allocation.at(0) : allocation
    })
    for (const one of pointers) world.forget('allocations', one?.allocation)
    return Command.svmFree({ svmPointers: world.random.chance(0.8) ? pointers.slice(0, 1) : pointers })
  },
}

export const MEMORY_WEIGHTS = {
  writeBufferRect: 2,
  readBufferRect: 2,
  copyBufferRect: 3,
  fillBuffer: 2,
  copyImage: 3,
  fillImage: 2,
  mapBuffer: 4,
  mapImage: 4,
  unmap: 6,
  migrate: 1,
  svmMemFill: 2,
  svmMap: 3,
  svmUnmap: 3,
  svmMigrate: 1,
  svmFree: 0.5,
}
