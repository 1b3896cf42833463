import type { ClBuffer } from '../../model/buffer.ts'
import { fillBufferCommand, type FillBufferError } from '../../model/commands/fill-buffer.ts'
import type { HostData } from '../../model/host-data.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, Flow, Waiting } from '../flow-types.ts'

/** Where the pattern goes. */
export interface FillBufferOptions {
  readonly offset?: number
  readonly size?: number
}

const FILL_BUFFER: OperatorKind<FillBufferOptions> = {
  emits: 'enqueued',
  command: (buffer, pattern, options) =>
    fillBufferCommand({
      buffer: buffer as ClBuffer,
      pattern: pattern as HostData,
      offset: options?.offset,
      size: options?.size,
    }),
}

/**
 * Emits each buffer as soon as its fill is enqueued: clEnqueueFillBuffer. The bytes of `pattern`, 1, 2, 4, … or 128, are
 * repeated from byte `offset` on for `size` bytes; without `size`: to the end of the buffer. The pattern is copied when
 * the command is enqueued. Emissions are in the order of the buffers.
 *
 * Left: a Left of the source or `waitFor`, passed on; or a FillBufferError: CL_INVALID_COMMAND_QUEUE,
 * CL_INVALID_MEM_OBJECT, CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION (the device is older than
 * 1.2), CL_INVALID_VALUE (a pattern of another size or that is no array view, `offset` or `size` that is no multiple of
 * the pattern's, a range that leaves the buffer), CL_MISALIGNED_SUB_BUFFER_OFFSET.
 */
export const fillBuffer =
  <const D extends Deps = []>(queue: ClCommandQueue, pattern: HostData, options?: FillBufferOptions & Waiting<D>) =>
  <E>(buffers: Flow<E, Enqueued<ClBuffer>>): Flow<E | DepErrors<D> | FillBufferError, Enqueued<ClBuffer>> =>
    commandFlow(FILL_BUFFER, buffers, { queue, operand: pattern, options })
