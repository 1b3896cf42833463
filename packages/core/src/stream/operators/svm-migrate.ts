import { svmMigrateMemCommand, type SvmMigrateMemError } from '../../model/commands/svm-migrate-mem.ts'
import type { MigrationFlag } from '../../model/migration-flag.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import type { SvmPointer } from '../../model/svm.ts'
import { commandFlow } from './command-flow.ts'
import { oneOrMany } from './one-or-many.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, Flow, Waiting } from '../flow-types.ts'

/** Where the memory goes, and how much of it. */
export interface SvmMigrateOptions {
  /** One for each pointer, in bytes; 0 for the whole allocation. */
  readonly sizes?: readonly number[]
  /** To the queue's device, with their bytes, unless given. */
  readonly flags?: readonly MigrationFlag[]
}

const SVM_MIGRATE: OperatorKind<SvmMigrateOptions> = {
  emits: 'enqueued source',
  command: (svmPointers, _operand, options) =>
    svmMigrateMemCommand({
      svmPointers: oneOrMany<SvmPointer>(svmPointers),
      sizes: options?.sizes,
      flags: options?.flags,
    }),
}

/**
 * Emits each pointer, or each list of pointers, as soon as its migration is enqueued: clEnqueueSVMMigrateMem. A hint that
 * the memory will be needed at the queue's device, or with HOST at the host; with CONTENT_UNDEFINED its bytes need not
 * come along. `sizes` in bytes, one for each pointer; without them, and where one is 0: the whole allocation. A list is
 * one command. Emissions are in the order of the source.
 *
 * Left: a Left of the source or `waitFor`, passed on; or a SvmMigrateMemError: CL_INVALID_COMMAND_QUEUE,
 * CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION (the device has no shared virtual memory or is
 * older than 2.1), CL_INVALID_VALUE (an empty list, no memory, a range that leaves its allocation, sizes that are not one
 * for each pointer, unknown flags).
 */
export const svmMigrate =
  <const D extends Deps = []>(queue: ClCommandQueue, options?: SvmMigrateOptions & Waiting<D>) =>
  <E, R extends SvmPointer | readonly SvmPointer[]>(
    pointers: Flow<E, Enqueued<R>>,
  ): Flow<E | DepErrors<D> | SvmMigrateMemError, Enqueued<R>> =>
    commandFlow(SVM_MIGRATE, pointers, { queue, operand: undefined, options })
