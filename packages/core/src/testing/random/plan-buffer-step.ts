import { Command } from '../../index.ts'
import { hostPlace } from './host-place.ts'
import { bytesAt, meet, putBytes, rangePlaces } from './places.ts'
import { moving, type Planned } from './planned.ts'
import { fits, rangeOf, startOf } from './range.ts'
import type { Step } from './step.ts'
import type { BufferTwin, World } from './world.ts'

export const planWriteBuffer = (world: World, step: Step, { memory, bytes }: BufferTwin): Planned => {
  const range = rangeOf(step, step.dstAt[0], step.size[0], bytes.length)
  const { ptr, places } = hostPlace(world, step, range.size, step.srcAt[0] + 171)
  return moving(
    Command.writeBuffer({ buffer: memory, offset: range.offset, ptr }),
    fits(range, bytes.length) ? undefined : 'CL_INVALID_VALUE',
    places,
    rangePlaces(bytes, range.offset, range.size),
  )
}

export const planReadBuffer = (world: World, step: Step, { memory, bytes }: BufferTwin): Planned => {
  const range = rangeOf(step, step.srcAt[0], step.size[0], bytes.length)
  const host = hostPlace(world, step, range.size, 172)
  const src = rangePlaces(bytes, range.offset, range.size)
  return {
    command: Command.readBuffer({ buffer: memory, ...range, ...(host.isShared ? { ptr: host.ptr } : {}) }),
    refusal: fits(range, bytes.length) ? undefined : 'CL_INVALID_VALUE',
    reads: [src],
    writes: [host.places],
    apply: () => {
      putBytes(host.places, bytesAt(src))
      return host.isShared ? undefined : host.bytes
    },
  }
}

export const planCopyBuffer = (step: Step, src: BufferTwin, dst: BufferTwin): Planned => {
  const { offset: srcOffset, size } = rangeOf(step, step.srcAt[0], step.size[0], src.bytes.length)
  const dstOffset = startOf(step, step.dstAt[0], size, dst.bytes.length)
  const [from, to] = [rangePlaces(src.bytes, srcOffset, size), rangePlaces(dst.bytes, dstOffset, size)]
  const areInside =
    fits({ offset: srcOffset, size }, src.bytes.length) && fits({ offset: dstOffset, size }, dst.bytes.length)
  return moving(
    Command.copyBuffer({ srcBuffer: src.memory, dstBuffer: dst.memory, srcOffset, dstOffset, size }),
    !areInside ? 'CL_INVALID_VALUE' : meet(from, to) ? 'CL_MEM_COPY_OVERLAP' : undefined,
    from,
    to,
  )
}
