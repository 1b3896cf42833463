import type { BufferObject } from '../../model/buffer.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ClDevice } from '../../model/device.ts'

/** Whether the buffer is a part that starts where this device cannot. */
export const isMisaligned = (buffer: BufferObject, device: ClDevice): boolean =>
  buffer.parent !== undefined && buffer.origin % device.memBaseAddrAlign !== 0

export const alignmentRefusal = (
  command: string,
  parameter: string,
  buffer: BufferObject,
  device: ClDevice,
): ClError<'CL_MISALIGNED_SUB_BUFFER_OFFSET'> =>
  refusal(
    'CL_MISALIGNED_SUB_BUFFER_OFFSET',
    command,
    parameter,
    `${parameter} starts at byte ${buffer.origin} of its parent; ` +
      `the queue's device needs a multiple of ${device.memBaseAddrAlign}.`,
  )
