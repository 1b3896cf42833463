import { Command, type ClDevice } from '../../index.ts'
import { pick } from './pick.ts'
import { planCopyBuffer, planReadBuffer, planWriteBuffer } from './plan-buffer-step.ts'
import { planFillBuffer, planFillImage, planSvmMemFill } from './plan-fill-step.ts'
import {
  planCopyBufferToImage,
  planCopyImage,
  planCopyImageToBuffer,
  planReadImage,
  planWriteImage,
} from './plan-image-step.ts'
import { planMapBuffer, planMapImage, planSvmMap } from './plan-map-step.ts'
import { planMigrate } from './plan-migrate-step.ts'
import { planCopyBufferRect, planReadBufferRect, planWriteBufferRect } from './plan-rect-step.ts'
import { planSvmFree, planSvmMemcpy, planSvmMigrate } from './plan-svm-step.ts'
import { planUnmap } from './plan-unmap-step.ts'
import { idle, type Planned } from './planned.ts'
import { usableHosts } from './host-place.ts'
import type { Step } from './step.ts'
import type { World } from './world.ts'

/** The command of a step; a marker where the device lacks what the step names. */
export const planStep = (world: World, device: ClDevice, step: Step): Planned => {
  const marker = idle(Command.marker())
  const [srcBuffer, dstBuffer] = [pick(world.buffers, step.src), pick(world.buffers, step.dst)]
  const [srcImage, dstImage] = [pick(world.images, step.src), pick(world.images, step.dst)]
  const [srcSvm, dstSvm] = [pick(world.allocations, step.src), pick(world.allocations, step.dst)]
  if (srcBuffer === undefined || dstBuffer === undefined) return marker
  switch (step.kind) {
    case 'writeBuffer':
      return planWriteBuffer(world, step, dstBuffer)
    case 'readBuffer':
      return planReadBuffer(world, step, srcBuffer)
    case 'copyBuffer':
      return planCopyBuffer(step, srcBuffer, dstBuffer)
    case 'writeBufferRect':
      return planWriteBufferRect(world, device, step, dstBuffer)
    case 'readBufferRect':
      return planReadBufferRect(world, device, step, srcBuffer)
    case 'copyBufferRect':
      return planCopyBufferRect(device, step, srcBuffer, dstBuffer)
    case 'fillBuffer':
      return planFillBuffer(device, step, dstBuffer)
    case 'writeImage':
      return dstImage === undefined ? marker : planWriteImage(world, step, dstImage)
    case 'readImage':
      return srcImage === undefined ? marker : planReadImage(world, step, srcImage)
    case 'copyImage':
      return srcImage === undefined || dstImage === undefined ? marker : planCopyImage(step, srcImage, dstImage)
    case 'fillImage':
      return dstImage === undefined ? marker : planFillImage(device, step, dstImage)
    case 'copyImageToBuffer':
      return srcImage === undefined ? marker : planCopyImageToBuffer(step, srcImage, dstBuffer)
    case 'copyBufferToImage':
      return dstImage === undefined ? marker : planCopyBufferToImage(step, srcBuffer, dstImage)
    case 'mapBuffer':
      return planMapBuffer(world, step, srcBuffer)
    case 'mapImage':
      return srcImage === undefined ? marker : planMapImage(world, step, srcImage)
    case 'svmMap':
      return srcSvm === undefined ? marker : planSvmMap(world, step, srcSvm)
    case 'unmap':
      return planUnmap(world, step)
    case 'migrate':
      return planMigrate(world, device, step)
    case 'svmMemcpy': {
      if (world.allocations.length === 0) return marker
      const ends = [...world.allocations, ...usableHosts(world), undefined]
      return planSvmMemcpy(step, pick(ends, step.src), pick(ends, step.dst))
    }
    case 'svmMemFill':
      return dstSvm === undefined ? marker : planSvmMemFill(step, dstSvm)
    case 'svmMigrate':
      if (srcSvm === undefined || dstSvm === undefined) return marker
      return planSvmMigrate(device, step, step.blocking ? [srcSvm, dstSvm] : [srcSvm])
    case 'svmFree':
      // Now and then: most programs go on with the memory.
      return srcSvm === undefined || step.after % 3 > 0 ? marker : planSvmFree(world, step, srcSvm)
    case 'touch':
    case 'marker':
      return marker
    case 'barrier':
      return idle(Command.barrier())
  }
}
