import type { ClBuffer } from '../../model/buffer.ts'
import { migrateMemObjectsCommand, type MigrateMemObjectsError } from '../../model/commands/migrate-mem-objects.ts'
import type { ClImage } from '../../model/image.ts'
import type { MigrationFlag } from '../../model/migration-flag.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import { oneOrMany } from './one-or-many.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, Flow, Waiting } from '../flow-types.ts'

/** Where the objects go. */
export interface MigrateOptions {
  /** To the queue's device, with their bytes, unless given. */
  readonly flags?: readonly MigrationFlag[]
}

const MIGRATE: OperatorKind<MigrateOptions> = {
  emits: 'enqueued source',
  command: (memObjects, _operand, options) =>
    migrateMemObjectsCommand({ memObjects: oneOrMany<ClBuffer | ClImage>(memObjects), flags: options?.flags }),
}

/**
 * Emits each buffer or image, or each list of them, as soon as its migration is enqueued: clEnqueueMigrateMemObjects. A
 * hint that the memory will be needed at the queue's device, or with HOST at the host; with CONTENT_UNDEFINED its bytes
 * need not come along. A list, such as the tuple that `Flow.combineLatest` makes, is one command. Emissions are in the
 * order of the source.
 *
 * Left: a Left of the source or `waitFor`, passed on; or a MigrateMemObjectsError: CL_INVALID_COMMAND_QUEUE,
 * CL_INVALID_MEM_OBJECT, CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION (the device is older than
 * 1.2), CL_INVALID_VALUE (an empty list, unknown flags), CL_MISALIGNED_SUB_BUFFER_OFFSET.
 */
export const migrate =
  <const D extends Deps = []>(queue: ClCommandQueue, options?: MigrateOptions & Waiting<D>) =>
  <E, R extends ClBuffer | ClImage | readonly (ClBuffer | ClImage)[]>(
    objects: Flow<E, Enqueued<R>>,
  ): Flow<E | DepErrors<D> | MigrateMemObjectsError, Enqueued<R>> =>
    commandFlow(MIGRATE, objects, { queue, operand: undefined, options })
