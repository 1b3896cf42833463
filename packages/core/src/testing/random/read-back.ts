import { Command, type AnyCommand } from '../../index.ts'
import { bytesAt, rangePlaces, type Places } from './places.ts'
import type { Planned } from './planned.ts'
import { boxPlaces } from './range.ts'
import type { World } from './world.ts'

const reading = (src: Places, commandOf: (ptr: Uint8Array) => AnyCommand): Planned => {
  const ptr = new Uint8Array(src.at.length)
  return {
    command: commandOf(ptr),
    refusal: undefined,
    reads: [src],
    writes: [],
    apply: () => bytesAt(src),
    host: ptr,
  }
}

/** Reads of all the memory that is still there. */
export const planReadBack = ({ buffers, images, allocations }: World): readonly (readonly [string, Planned])[] => [
  ...buffers.map(({ memory, bytes }, index) => {
    const planned = reading(rangePlaces(bytes, 0, bytes.length), (ptr) => Command.readBuffer({ buffer: memory, ptr }))
    return [`buffers[${index}] at the end`, planned] as const
  }),
  ...images.map((image, index) => {
    const all = boxPlaces(image, { origin: [0, 0, 0], region: image.extent })
    const planned = reading(all, (ptr) => Command.readImage({ image: image.memory, ptr }))
    return [`images[${index}] at the end`, planned] as const
  }),
  ...allocations.flatMap(({ memory, bytes, isFreed }, index) => {
    if (isFreed) return []
    const planned = reading(rangePlaces(bytes, 0, bytes.length), (dstPtr) =>
      Command.svmMemcpy({ dstPtr, srcPtr: memory.at(0), size: bytes.length }),
    )
    return [[`allocations[${index}] at the end`, planned] as const]
  }),
]

/** Frees the allocations, the first alone and the others together. */
export const planFrees = ({ allocations }: World): readonly Planned[] => {
  const [first, ...others] = allocations.filter(({ isFreed }) => !isFreed)
  const lists = [first === undefined ? [] : [first], others].filter((list) => list.length > 0)
  return lists.map((list) => ({
    command: Command.svmFree({ svmPointers: list.map(({ memory }) => memory.at(0)) }),
    refusal: undefined,
    reads: [],
    writes: list.map(({ bytes }) => rangePlaces(bytes, 0, bytes.length)),
    apply: () => {
      for (const twin of list) twin.isFreed = true
      return undefined
    },
  }))
}
