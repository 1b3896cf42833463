import { markAsUntransferable } from 'node:worker_threads'
import type { MemFlag } from '@rxcl/core'
import { noteDeviceMemory, svmBehind } from './device-memory.ts'

/**
 * The memory of the program that an object is made over, with USE_HOST_PTR. The driver reads and writes it as long as the
 * object lives, so it must not be transferred to another thread; Node forbids that only for ever.
 */
export const sharedHost = (flags: readonly MemFlag[], hostPtr: Uint8Array | undefined): Uint8Array | undefined => {
  if (hostPtr === undefined || !flags.includes('USE_HOST_PTR')) return undefined
  markAsUntransferable(hostPtr.buffer)
  noteDeviceMemory(hostPtr.buffer, svmBehind(hostPtr))
  return hostPtr
}
