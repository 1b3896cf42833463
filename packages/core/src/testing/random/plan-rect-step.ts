import { Command, type ClDevice } from '../../index.ts'
import type { Triple } from '../oracle.ts'
import { hostPlace, type HostPlace } from './host-place.ts'
import { bytesAt, putBytes, rectPlaces, rectSpan, rectStart, type Places, type Rect } from './places.ts'
import { idle, moving, versionCode, type Planned } from './planned.ts'
import { arePitches, isRectInside, overlapOf, pitchesOf, rectIn, regionOf, type Pitches } from './rect.ts'
import type { Step } from './step.ts'
import type { BufferTwin, World } from './world.ts'

interface Shape {
  readonly region: Triple
  readonly src: Pitches
  readonly dst: Pitches
}

/** Both sides of a command; a wild step may have a region or a pitch that no command takes. */
const shapeOf = (step: Step): Shape => {
  const region = regionOf(step)
  const [src, dst] = [pitchesOf(region, step.srcAt[2]), pitchesOf(region, step.dstAt[2])]
  if (!step.wild) return { region, src, dst }
  const wrong: readonly Shape[] = [
    { region: [region[0], 0, region[2]], src, dst },
    { region, src: { row: region[0] - 1, slice: 0 }, dst },
    { region, src, dst: { row: dst.row, slice: dst.slice + 1 } },
    { region, src, dst },
  ]
  return wrong[step.after % wrong.length] ?? { region, src, dst }
}

const isShape = ({ region, src, dst }: Shape): boolean =>
  region.every((length) => length > 0) && arePitches(region, src) && arePitches(region, dst)

/** A box of the buffer; a wild one may begin anywhere. */
const deviceRect = (step: Step, region: Triple, pitches: Pitches, at: Triple, total: number): Rect => {
  const rect = rectIn(region, pitches, at, total)
  return step.wild ? { ...rect, origin: [at[0] % (total + 4), 0, 0] } : rect
}

interface HostSide {
  readonly host: HostPlace
  readonly rect: Rect
  readonly places: Places
}

/** The box of host memory and the memory up to its end. */
const hostSide = (world: World, step: Step, region: Triple, pitches: Pitches, seed: number): HostSide => {
  const rect = { ...rectIn(region, pitches, [0, 0, 0], 0), origin: [step.after % 5, step.after % 2, 0] as const }
  const host = hostPlace(world, step, Math.max(0, rectStart(rect) + rectSpan(rect)), seed)
  return { host, rect, places: rectPlaces(host.bytes, rect) }
}

const codeOf = (device: ClDevice, isRight: boolean): string | undefined =>
  versionCode(device, '1.1') ?? (isRight ? undefined : 'CL_INVALID_VALUE')

export const planWriteBufferRect = (world: World, device: ClDevice, step: Step, twin: BufferTwin): Planned => {
  const shape = shapeOf(step)
  const { region, src, dst } = shape
  const { host, rect, places } = hostSide(world, step, region, src, step.srcAt[0] + 173)
  const to = deviceRect(step, region, dst, step.dstAt, twin.bytes.length)
  return moving(
    Command.writeBufferRect({
      buffer: twin.memory,
      bufferOrigin: to.origin,
      hostOrigin: rect.origin,
      region,
      bufferRowPitch: dst.row,
      bufferSlicePitch: dst.slice,
      hostRowPitch: src.row,
      hostSlicePitch: src.slice,
      ptr: host.ptr,
    }),
    codeOf(device, isShape(shape) && isRectInside(to, twin.bytes.length)),
    places,
    rectPlaces(twin.bytes, to),
  )
}

export const planReadBufferRect = (world: World, device: ClDevice, step: Step, twin: BufferTwin): Planned => {
  const shape = shapeOf(step)
  const { region, src, dst } = shape
  const { host, rect, places } = hostSide(world, step, region, dst, 174)
  const from = deviceRect(step, region, src, step.srcAt, twin.bytes.length)
  const read = rectPlaces(twin.bytes, from)
  return {
    command: Command.readBufferRect({
      buffer: twin.memory,
      bufferOrigin: from.origin,
      hostOrigin: rect.origin,
      region,
      bufferRowPitch: src.row,
      bufferSlicePitch: src.slice,
      hostRowPitch: dst.row,
      hostSlicePitch: dst.slice,
      ...(host.isShared ? { ptr: host.ptr } : {}),
    }),
    refusal: codeOf(device, isShape(shape) && isRectInside(from, twin.bytes.length)),
    reads: [read],
    writes: [places],
    apply: () => {
      // What the library allocates is 0 where no byte goes.
      if (!host.isShared) host.bytes.fill(0)
      putBytes(places, bytesAt(read))
      return host.isShared ? undefined : host.bytes
    },
  }
}

export const planCopyBufferRect = (device: ClDevice, step: Step, src: BufferTwin, dst: BufferTwin): Planned => {
  const given = shapeOf(step)
  const isWithin = src.memory === dst.memory
  const shape = isWithin && !step.wild ? { ...given, dst: given.src } : given
  const from = deviceRect(step, shape.region, shape.src, step.srcAt, src.bytes.length)
  const to = deviceRect(step, shape.region, shape.dst, step.dstAt, dst.bytes.length)
  const areAlike = !isWithin || (from.rowPitch === to.rowPitch && from.slicePitch === to.slicePitch)
  const isRight =
    isShape(shape) && areAlike && isRectInside(from, src.bytes.length) && isRectInside(to, dst.bytes.length)
  const overlap = isRight ? overlapOf(src.bytes, from, dst.bytes, to) : 'none'
  if (overlap === 'may be taken for some') return idle(Command.marker())
  return moving(
    Command.copyBufferRect({
      srcBuffer: src.memory,
      dstBuffer: dst.memory,
      srcOrigin: from.origin,
      dstOrigin: to.origin,
      region: shape.region,
      srcRowPitch: shape.src.row,
      srcSlicePitch: shape.src.slice,
      dstRowPitch: shape.dst.row,
      dstSlicePitch: shape.dst.slice,
    }),
    codeOf(device, isRight) ?? (overlap === 'some' ? 'CL_MEM_COPY_OVERLAP' : undefined),
    rectPlaces(src.bytes, from),
    rectPlaces(dst.bytes, to),
  )
}
