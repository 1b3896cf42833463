import type { ClBuffer } from '../buffer.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { ClImage } from '../image.ts'
import type { Mapped } from '../mapped.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueUnmapMemObject: what the host wrote into a mapped buffer or image becomes the device's. */
export interface UnmapMemObject {
  readonly _tag: 'UnmapMemObject'
  readonly memobj: ClBuffer | ClImage
  /** What a map of `memobj` gave. */
  readonly mapped: Mapped
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueUnmapMemObject that the host can check. */
export type UnmapMemObjectError = ErrorFor<QueueAndWaitListCode | 'CL_INVALID_MEM_OBJECT' | 'CL_INVALID_VALUE'>

export const unmapMemObjectCommand = (fields: {
  readonly memobj: ClBuffer | ClImage
  readonly mapped: Mapped
}): UnmapMemObject => ({
  _tag: 'UnmapMemObject',
  memobj: fields.memobj,
  mapped: fields.mapped,
})
