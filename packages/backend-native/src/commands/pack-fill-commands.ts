import type { PortFillBuffer, PortFillImage, PortSvmMemFill } from '@rxcl/core/port'
import { OP } from '../binding/words.ts'
import { bufferMem, imageMem, imageOf, svmOf } from '../objects/handles.ts'
import type { CommandBuffer } from './command-buffer.ts'
import type { Place } from './place.ts'
import { steadyColor } from './steady-color.ts'

/** FILL_BUFFER: buffer, offset, size, h. */
export const packFillBuffer = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  { buffer, pattern, offset, size }: PortFillBuffer,
): void => {
  out.begin(OP.FILL_BUFFER, queue, slot, waits)
  out.put(bufferMem(buffer))
  out.put(offset)
  out.put(size)
  out.putHost(pattern)
}

/** FILL_IMAGE: image, origin, region, h. */
export const packFillImage = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  { image, fillColor, origin, region }: PortFillImage,
): void => {
  out.begin(OP.FILL_IMAGE, queue, slot, waits)
  out.put(imageMem(image))
  out.put3(origin)
  out.put3(region)
  out.putHost(steadyColor(imageOf(image).format, fillColor))
}

/** SVM_MEM_FILL: svm, offset, size, h. */
export const packSvmMemFill = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  { svmPtr, pattern, size }: PortSvmMemFill,
): void => {
  out.begin(OP.SVM_MEM_FILL, queue, slot, waits)
  out.put(svmOf(svmPtr))
  out.put(svmPtr.byteOffset)
  out.put(size)
  out.putHost(pattern)
}
