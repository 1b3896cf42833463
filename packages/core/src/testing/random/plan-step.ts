import { Command } from '../../index.ts'
import { planCopyBuffer, planReadBuffer, planWriteBuffer } from './plan-buffer-step.ts'
import { planCopyBufferToImage, planCopyImageToBuffer, planReadImage, planWriteImage } from './plan-image-step.ts'
import { planSvmMemcpy } from './plan-svm-step.ts'
import { idle, type Planned } from './planned.ts'
import type { Step } from './step.ts'
import type { World } from './world.ts'

const pick = <A>(from: readonly A[], index: number): A | undefined => from[index % Math.max(1, from.length)]

/** The command of a step; a marker where the device lacks what the step names. */
export const planStep = (world: World, step: Step): Planned => {
  const marker = idle(Command.marker())
  const [srcBuffer, dstBuffer] = [pick(world.buffers, step.src), pick(world.buffers, step.dst)]
  const image = pick(world.images, step.kind === 'copyBufferToImage' ? step.dst : step.src)
  if (srcBuffer === undefined || dstBuffer === undefined) return marker
  switch (step.kind) {
    case 'writeBuffer':
      return planWriteBuffer(step, dstBuffer)
    case 'readBuffer':
      return planReadBuffer(step, srcBuffer)
    case 'copyBuffer':
      return planCopyBuffer(step, srcBuffer, dstBuffer)
    case 'writeImage':
      return image === undefined ? marker : planWriteImage(step, image)
    case 'readImage':
      return image === undefined ? marker : planReadImage(step, image)
    case 'copyImageToBuffer':
      return image === undefined ? marker : planCopyImageToBuffer(step, image, dstBuffer)
    case 'copyBufferToImage':
      return image === undefined ? marker : planCopyBufferToImage(step, srcBuffer, image)
    case 'svmMemcpy':
      if (world.allocations.length === 0) return marker
      return planSvmMemcpy(
        step,
        pick([...world.allocations, undefined], step.src),
        pick([...world.allocations, undefined], step.dst),
      )
    case 'marker':
      return marker
    case 'barrier':
      return idle(Command.barrier())
  }
}
