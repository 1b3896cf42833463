import type { ClBuffer } from '../buffer.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { ClImage } from '../image.ts'
import type { MigrationFlag } from '../migration-flag.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueMigrateMemObjects: buffers and images to the device of the queue, or to the host, before they are needed there. */
export interface MigrateMemObjects {
  readonly _tag: 'MigrateMemObjects'
  readonly memObjects: readonly (ClBuffer | ClImage)[]
  /** To the device, with their bytes, unless given. */
  readonly flags: readonly MigrationFlag[]
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueMigrateMemObjects that the host can check. */
export type MigrateMemObjectsError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_MISALIGNED_SUB_BUFFER_OFFSET'
>

export const migrateMemObjectsCommand = (fields: {
  readonly memObjects: readonly (ClBuffer | ClImage)[]
  readonly flags?: readonly MigrationFlag[] | undefined
}): MigrateMemObjects => ({
  _tag: 'MigrateMemObjects',
  memObjects: fields.memObjects,
  flags: fields.flags ?? [],
})
