import {
  Flow,
  barrier,
  completed,
  copyBuffer,
  copyBufferToImage,
  copyImageToBuffer,
  enqueue,
  marker,
  profiled,
  readBuffer,
  readImage,
  ready,
  svmMemcpy,
  writeBuffer,
  writeImage,
} from '@rxcl/core'
import { of } from 'rxjs'
import { MEMORY_OPERATORS } from './memory-operators.mjs'

const OPERATORS = {
  ...MEMORY_OPERATORS,
  WriteBuffer: (queue, { ptr, buffer, offset }, options) => [ptr, writeBuffer(queue, buffer, { offset, ...options })],
  ReadBuffer: (queue, { buffer, offset, size }, options) => [buffer, readBuffer(queue, { offset, size, ...options })],
  CopyBuffer: (queue, { srcBuffer, dstBuffer, srcOffset, dstOffset, size }, options) => [
    srcBuffer,
    copyBuffer(queue, dstBuffer, { srcOffset, dstOffset, size, ...options }),
  ],
  WriteImage: (queue, { image, ptr, origin, region, inputRowPitch, inputSlicePitch }, options) => [
    ptr,
    writeImage(queue, image, { origin, region, rowPitch: inputRowPitch, slicePitch: inputSlicePitch, ...options }),
  ],
  ReadImage: (queue, { image, origin, region, rowPitch, slicePitch }, options) => [
    image,
    readImage(queue, { origin, region, rowPitch, slicePitch, ...options }),
  ],
  CopyImageToBuffer: (queue, { srcImage, dstBuffer, srcOrigin, region, dstOffset }, options) => [
    srcImage,
    copyImageToBuffer(queue, dstBuffer, { srcOrigin, region, dstOffset, ...options }),
  ],
  CopyBufferToImage: (queue, { srcBuffer, dstImage, srcOffset, dstOrigin, region }, options) => [
    srcBuffer,
    copyBufferToImage(queue, dstImage, { srcOffset, dstOrigin, region, ...options }),
  ],
  SvmMemcpy: (queue, { srcPtr, dstPtr, size, blocking }, options) => [
    srcPtr,
    svmMemcpy(queue, dstPtr, { size, blocking, ...options }),
  ],
}

/** What a command is to wait for beside its operands. */
const dependencies = (world) => {
  const { random } = world
  const count = random.chance(0.5) ? 0 : random.between(1, 3)
  const kinds = { events: 4, userEvents: 3, flows: 3, results: 1 }
  const list = Array.from({ length: count }, () =>
    world.subjects.length > 0 && random.chance(0.1)
      ? random.pick(world.subjects).subject
      : world.oneOrWrong(random.among(kinds)),
  )
  const keepsGaps = random.chance(0.05)
  return list.filter((one) => one !== undefined || keepsGaps)
}

const asOperator = (world, queue, command, options) => {
  const { random } = world
  if (command._tag === 'Marker') return marker(queue, options)
  if (command._tag === 'Barrier') return barrier(queue, options)
  const [source, operator] = OPERATORS[command._tag](queue, command, options)
  const chained = world.one('flows')
  if (chained !== undefined && random.chance(0.3)) return chained.pipe(operator)
  if (random.chance(0.1)) return of(source, source).pipe(Flow.lift(), operator)
  return (random.chance(0.5) ? ready(source) : of(source).pipe(Flow.lift())).pipe(operator)
}

/** A flow of one command, as a value or through its operator. */
export const commandFlow = (world, command) => {
  const queue = world.oneOrWrong('queues')
  const waitFor = dependencies(world)
  const options = world.random.chance(0.5) && waitFor.length === 0 ? undefined : { waitFor }
  return world.random.chance(0.5) ? enqueue(queue, command, options) : asOperator(world, queue, command, options)
}

/** What a program does with flows that it has. */
export const derivedFlow = (world) => {
  const { random } = world
  const flow = world.one('flows')
  if (flow === undefined) return {}
  const way = random.among({ completed: 4, profiled: 2, combineLatest: 2, zip: 2 })
  if (way === 'completed') return { flow: flow.pipe(completed()), what: way, kind: 'results' }
  if (way === 'profiled') return { flow: flow.pipe(profiled()), what: way, kind: 'results' }
  const flows = [flow, ...random.some(world.pools.flows).slice(0, 3)]
  return { what: way, flow: way === 'zip' ? Flow.zip(flows) : Flow.combineLatest(flows) }
}
