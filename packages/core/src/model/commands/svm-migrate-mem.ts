import type { ErrorFor } from '../cl-error.ts'
import type { MigrationFlag } from '../migration-flag.ts'
import type { SvmPointer } from '../svm.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueSVMMigrateMem: ranges of shared virtual memory to the device of the queue, or to the host, before they are needed there. */
export interface SvmMigrateMem {
  readonly _tag: 'SvmMigrateMem'
  readonly svmPointers: readonly SvmPointer[]
  /** One for each pointer, in bytes; 0, and without sizes, the whole allocation. */
  readonly sizes: readonly number[] | undefined
  /** To the device, with their bytes, unless given. */
  readonly flags: readonly MigrationFlag[]
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueSVMMigrateMem that the host can check. */
export type SvmMigrateMemError = ErrorFor<QueueAndWaitListCode | 'CL_INVALID_OPERATION' | 'CL_INVALID_VALUE'>

export const svmMigrateMemCommand = (fields: {
  readonly svmPointers: readonly SvmPointer[]
  readonly sizes?: readonly number[] | undefined
  readonly flags?: readonly MigrationFlag[] | undefined
}): SvmMigrateMem => ({
  _tag: 'SvmMigrateMem',
  svmPointers: fields.svmPointers,
  sizes: fields.sizes,
  flags: fields.flags ?? [],
})
