import { markAsUntransferable } from 'node:worker_threads'
import { isUnshown, type HostRef, type PortCommand, type SvmRef } from '@rxcl/core/port'
import { STAGED_BYTES } from '../binding/words.ts'
import { hostSpanOf } from './host-span.ts'

const lacks = (place: SvmRef | HostRef, size: number): boolean =>
  place._tag === 'HostMemory' && place.bytes.byteLength < size

/** Whether host memory of a command has gone since it was checked: detached, or shrunk. */
export const lacksHostMemory = (command: PortCommand): boolean => {
  switch (command._tag) {
    case 'WriteBuffer':
    case 'ReadBuffer':
      return command.ptr.byteLength < command.size
    case 'WriteImage': {
      const { image, region, inputRowPitch, inputSlicePitch, ptr } = command
      return ptr.byteLength < hostSpanOf(image, region, inputRowPitch, inputSlicePitch).bytes
    }
    case 'ReadImage': {
      const { image, region, rowPitch, slicePitch, ptr } = command
      return ptr.byteLength < hostSpanOf(image, region, rowPitch, slicePitch).bytes
    }
    case 'SvmMemcpy':
      return lacks(command.srcPtr, command.size) || lacks(command.dstPtr, command.size)
    case 'CopyBuffer':
    case 'CopyImageToBuffer':
    case 'CopyBufferToImage':
    case 'Marker':
    case 'Barrier':
      return false
  }
}

/**
 * The first `size` bytes, ready for the driver. More than STAGED_BYTES are used in place while the command runs, so the
 * array must not be transferred to another thread meanwhile. Node can forbid that only for ever: it does so for arrays
 * of the program, and not for those that it has not seen yet.
 */
export const hostBytes = (bytes: Uint8Array, size: number): Uint8Array => {
  if (size > STAGED_BYTES && !isUnshown(bytes)) markAsUntransferable(bytes.buffer)
  return bytes.byteLength === size ? bytes : bytes.subarray(0, size)
}
