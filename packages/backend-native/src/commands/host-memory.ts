import { markAsUntransferable } from 'node:worker_threads'
import { isUnshown } from '@rxcl/core/port'
import { STAGED_BYTES } from '../binding/words.ts'
import { mappingOf } from '../objects/native-mapping.ts'
import type { DriverCommand } from './driver-command.ts'
import type { HostView } from './host-views.ts'

/** Whether host memory of a command has gone since it was checked, detached or shrunk, or there was none for a mapping. */
export const lacksHostMemory = (command: DriverCommand, views: readonly HostView[]): boolean => {
  if (command._tag === 'MapBuffer' || command._tag === 'MapImage' || command._tag === 'SvmMap')
    return mappingOf(command.mapping).handle < 0
  return views.some(({ ptr, start, size }) => ptr.byteLength < start + size)
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
