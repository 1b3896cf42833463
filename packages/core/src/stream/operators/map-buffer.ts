import type { ClBuffer } from '../../model/buffer.ts'
import type { ExecutionError } from '../../model/commands/execution-error.ts'
import { mapBufferCommand, type MapBufferError } from '../../model/commands/map-buffer.ts'
import type { MapFlag } from '../../model/map-flag.ts'
import type { Mapped } from '../../model/mapped.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, Flow, Waiting } from '../flow-types.ts'

/** What is mapped, and what for. */
export interface MapBufferOptions {
  /** To read and write unless given. */
  readonly mapFlags?: readonly MapFlag[]
  readonly offset?: number
  readonly size?: number
}

const MAP_BUFFER: OperatorKind<MapBufferOptions> = {
  emits: 'completed',
  command: (buffer, _operand, options) =>
    mapBufferCommand({
      buffer: buffer as ClBuffer,
      mapFlags: options?.mapFlags,
      offset: options?.offset,
      size: options?.size,
    }),
}

/**
 * Emits the mapped bytes of each buffer once the host may touch them: clEnqueueMapBuffer. `offset` and `size` in bytes;
 * without `size`: to the end of the buffer. Give them back with `unmap`: until then commands that use these bytes have no
 * defined result. Without READ and WRITE among `mapFlags` the bytes may hold anything; without WRITE and
 * WRITE_INVALIDATE_REGION what the host changes is dropped. Emissions are in the order of the buffers, however the maps
 * end. The thread is never blocked. What is mapped when the last listener has left already is unmapped by the library.
 *
 * Left: a Left of the source or `waitFor`, passed on; a MapBufferError when the command is refused:
 * CL_INVALID_COMMAND_QUEUE, CL_INVALID_MEM_OBJECT, CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION
 * (the buffer's HOST flags forbid it, or the bytes are mapped already and one of the two maps is for writing),
 * CL_INVALID_VALUE (`size` 0, a range that leaves the buffer, unknown flags or WRITE_INVALIDATE_REGION with another),
 * CL_MISALIGNED_SUB_BUFFER_OFFSET; or the ExecutionError of a map that failed,
 * CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST with its `cause` where what it waited for did: then nothing is mapped.
 */
export const mapBuffer =
  <const D extends Deps = []>(queue: ClCommandQueue, options?: MapBufferOptions & Waiting<D>) =>
  <E>(src: Flow<E, Enqueued<ClBuffer>>): Flow<E | DepErrors<D> | MapBufferError | ExecutionError, Mapped<ClBuffer>> =>
    commandFlow(MAP_BUFFER, src, { queue, operand: undefined, options })
