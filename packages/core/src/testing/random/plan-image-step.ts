import { Command } from '../../index.ts'
import { hostBytes, stridesOf, volume, type Box } from '../oracle.ts'
import { hostPlace, type HostPlace } from './host-place.ts'
import { bytesAt, meet, putBytes, rangePlaces, rectPlaces, type Places } from './places.ts'
import { moving, type Planned } from './planned.ts'
import { boxOf, boxPlaces, fits, isInside, startOf } from './range.ts'
import type { Step } from './step.ts'
import type { BufferTwin, ImageTwin, World } from './world.ts'

interface HostBox {
  readonly rowPitch: number
  readonly host: HostPlace
  readonly places: Places
}

/** Host memory for a box: with the row pitch given or one that is wider than the rows. */
const hostBox = (world: World, step: Step, image: ImageTwin, { region }: Box, seed: number): HostBox => {
  const [width, rows, slices] = region
  const rowBytes = width * image.elementSize
  const rowPitch = step.blocking ? rowBytes + (step.src % 5) : 0
  const { row, slice } = stridesOf(image.memory.type, region, image.elementSize, rowPitch, 0)
  const host = hostPlace(world, step, hostBytes(region, { row, slice }), seed)
  const rect = { origin: [0, 0, 0], region: [rowBytes, rows, slices], rowPitch: row, slicePitch: slice } as const
  return { rowPitch, host, places: rectPlaces(host.bytes, rect) }
}

const codeOf = (isRight: boolean): string | undefined => (isRight ? undefined : 'CL_INVALID_VALUE')

export const planWriteImage = (world: World, step: Step, image: ImageTwin): Planned => {
  const box = boxOf(step, step.dstAt, step.size, image.extent)
  const { rowPitch: inputRowPitch, host, places } = hostBox(world, step, image, box, step.srcAt[0] + 181)
  return moving(
    Command.writeImage({ image: image.memory, ...box, inputRowPitch, ptr: host.ptr }),
    codeOf(isInside(box, image.extent)),
    places,
    boxPlaces(image, box),
  )
}

export const planReadImage = (world: World, step: Step, image: ImageTwin): Planned => {
  const box = boxOf(step, step.srcAt, step.size, image.extent)
  const { rowPitch, host, places } = hostBox(world, step, image, box, 182)
  const src = boxPlaces(image, box)
  return {
    command: Command.readImage({ image: image.memory, ...box, rowPitch, ...(host.isShared ? { ptr: host.ptr } : {}) }),
    refusal: codeOf(isInside(box, image.extent)),
    reads: [src],
    writes: [places],
    apply: () => {
      // What the library allocates is 0 where no byte goes.
      if (!host.isShared) host.bytes.fill(0)
      putBytes(places, bytesAt(src))
      return host.isShared ? undefined : host.bytes
    },
  }
}

/** The specification names an image and the buffer that it was made from before it looks at any number. */
const mixedCode = (image: ImageTwin, buffer: BufferTwin, isRight: boolean): string | undefined =>
  image.memory.buffer === buffer.memory ? 'CL_INVALID_MEM_OBJECT' : codeOf(isRight)

export const planCopyImageToBuffer = (step: Step, src: ImageTwin, dst: BufferTwin): Planned => {
  const box = boxOf(step, step.srcAt, step.size, src.extent)
  const size = volume(box.region) * src.elementSize
  const dstOffset = startOf(step, step.dstAt[0], size, dst.bytes.length)
  const isRight = isInside(box, src.extent) && fits({ offset: dstOffset, size }, dst.bytes.length)
  return moving(
    Command.copyImageToBuffer({
      srcImage: src.memory,
      dstBuffer: dst.memory,
      srcOrigin: box.origin,
      region: box.region,
      dstOffset,
    }),
    mixedCode(src, dst, isRight),
    boxPlaces(src, box),
    rangePlaces(dst.bytes, dstOffset, size),
  )
}

export const planCopyBufferToImage = (step: Step, src: BufferTwin, dst: ImageTwin): Planned => {
  const box = boxOf(step, step.dstAt, step.size, dst.extent)
  const size = volume(box.region) * dst.elementSize
  const srcOffset = startOf(step, step.srcAt[0], size, src.bytes.length)
  const isRight = isInside(box, dst.extent) && fits({ offset: srcOffset, size }, src.bytes.length)
  return moving(
    Command.copyBufferToImage({
      srcBuffer: src.memory,
      dstImage: dst.memory,
      srcOffset,
      dstOrigin: box.origin,
      region: box.region,
    }),
    mixedCode(dst, src, isRight),
    rangePlaces(src.bytes, srcOffset, size),
    boxPlaces(dst, box),
  )
}

const sameFormat = ({ memory: { format: a } }: ImageTwin, { memory: { format: b } }: ImageTwin): boolean =>
  a.channelOrder === b.channelOrder && a.channelDataType === b.channelDataType

export const planCopyImage = (step: Step, src: ImageTwin, dst: ImageTwin): Planned => {
  const least = ([0, 1, 2] as const).map((axis) => Math.min(src.extent[axis], dst.extent[axis]))
  const shared = [least[0] ?? 1, least[1] ?? 1, least[2] ?? 1] as const
  const from = boxOf(step, step.srcAt, step.size, shared)
  const { region } = from
  const axis = (index: 0 | 1 | 2): number => step.dstAt[index] % Math.max(1, dst.extent[index] - region[index] + 1)
  const to = { origin: [axis(0), axis(1), axis(2)] as const, region }
  const [read, written] = [boxPlaces(src, from), boxPlaces(dst, to)]
  const isRight = isInside(from, src.extent) && isInside(to, dst.extent)
  const overlap = isRight && meet(read, written) ? 'CL_MEM_COPY_OVERLAP' : undefined
  return moving(
    Command.copyImage({
      srcImage: src.memory,
      dstImage: dst.memory,
      srcOrigin: from.origin,
      dstOrigin: to.origin,
      region,
    }),
    sameFormat(src, dst) ? (codeOf(isRight) ?? overlap) : 'CL_IMAGE_FORMAT_MISMATCH',
    read,
    written,
  )
}
