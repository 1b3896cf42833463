import { Command, type MapBuffer, type MapFlag, type MapImage, type SvmMap } from '../../index.ts'
import { Mapping } from './mapping.ts'
import { meet, rangePlaces, rectSpan, rectSteps, type Places } from './places.ts'
import type { Planned } from './planned.ts'
import { boxOf, boxPlaces, fits, isInside, rangeOf, type Range } from './range.ts'
import type { Step } from './step.ts'
import type { BufferTwin, ImageTwin, SvmTwin, World } from './world.ts'

type Resource = Mapping['facts']['resource']

const FLAGS: readonly (readonly MapFlag[])[] = [
  ['READ'],
  ['WRITE'],
  ['READ', 'WRITE'],
  ['WRITE_INVALIDATE_REGION'],
  [],
  ['READ'],
]

/** A wild step may ask for what excludes each other. */
const flagsOf = ({ wild, after, dst }: Step): readonly MapFlag[] =>
  wild && after % 3 === 0 ? ['READ', 'WRITE_INVALIDATE_REGION'] : (FLAGS[dst % FLAGS.length] ?? [])

const areFlags = (flags: readonly MapFlag[]): boolean => flags.length < 2 || !flags.includes('WRITE_INVALIDATE_REGION')

/** At least a byte, but for a wild step. */
const mapRange = (step: Step, total: number): Range => {
  const { offset, size } = rangeOf(step, step.srcAt[0], step.size[0], total)
  if (step.wild || size > 0) return { offset, size }
  return { offset: Math.min(offset, total - 1), size: 1 }
}

const isTaken = ({ mappings }: World, mapping: Mapping): boolean =>
  [...mappings].some(
    (other) => (other.isForWriting || mapping.isForWriting) && meet(other.facts.places, mapping.facts.places),
  )

const planMap = (world: World, command: MapBuffer | MapImage | SvmMap, isRight: boolean, mapping: Mapping): Planned => {
  const { flags, places, own } = mapping.facts
  const taken = isTaken(world, mapping) ? 'CL_INVALID_OPERATION' : undefined
  return {
    command,
    refusal: isRight && areFlags(flags) ? taken : 'CL_INVALID_VALUE',
    reads: flags.includes('WRITE_INVALIDATE_REGION') ? [] : [places],
    writes: mapping.isForWriting ? [places, ...own] : own,
    apply: () => {
      mapping.begin()
      world.mappings.add(mapping)
      return undefined
    },
    mapping,
  }
}

const rangeMapping = (
  resource: Resource,
  flags: readonly MapFlag[],
  bytes: Uint8Array,
  { offset, size }: Range,
  own: readonly Places[] = [],
): Mapping =>
  new Mapping({
    resource,
    flags,
    places: rangePlaces(bytes, offset, size),
    own,
    viewOf: () => ({ at: Array.from({ length: size }, (_, index) => index), size }),
  })

export const planMapBuffer = (world: World, step: Step, { memory, bytes, own }: BufferTwin): Planned => {
  const range = mapRange(step, bytes.length)
  const mapFlags = flagsOf(step)
  return planMap(
    world,
    Command.mapBuffer({ buffer: memory, mapFlags, ...range }),
    range.size > 0 && fits(range, bytes.length),
    rangeMapping(memory, mapFlags, bytes, range, own === undefined ? [] : [rangePlaces(own, range.offset, range.size)]),
  )
}

export const planSvmMap = (world: World, step: Step, { memory, bytes, isFreed }: SvmTwin): Planned => {
  const { offset, size } = mapRange(step, bytes.length)
  const flags = flagsOf(step)
  const svmPtr = memory.at(offset)
  return planMap(
    world,
    Command.svmMap({ svmPtr, flags, size }),
    !isFreed && size > 0 && fits({ offset, size }, bytes.length),
    rangeMapping(svmPtr, flags, bytes, { offset, size }),
  )
}

export const planMapImage = (world: World, step: Step, image: ImageTwin): Planned => {
  const box = boxOf(step, step.srcAt, step.size, image.extent)
  const mapFlags = flagsOf(step)
  const [width, ...rest] = box.region
  const region = [width * image.elementSize, ...rest] as const
  const mapping = new Mapping({
    resource: image.memory,
    flags: mapFlags,
    places: boxPlaces(image, box),
    own: [],
    viewOf: ({ rowPitch, slicePitch }) => ({
      at: rectSteps({ region, rowPitch, slicePitch }),
      size: rectSpan({ region, rowPitch, slicePitch }),
    }),
  })
  return planMap(
    world,
    Command.mapImage({ image: image.memory, mapFlags, ...box }),
    isInside(box, image.extent),
    mapping,
  )
}
