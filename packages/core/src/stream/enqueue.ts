import * as E from 'fp-ts/lib/Either.js'
import { of } from 'rxjs'
import type { ClBuffer } from '../model/buffer.ts'
import type { AnyCommand, RefusalOf } from '../model/commands/command.ts'
import type { ExecutionError } from '../model/commands/execution-error.ts'
import type { ClImage } from '../model/image.ts'
import type { Mapped } from '../model/mapped.ts'
import type { ClCommandQueue } from '../model/queue.ts'
import type { SvmPointer } from '../model/svm.ts'
import { commandFlow } from './operators/command-flow.ts'
import type { OperatorKind } from './operators/operator-kind.ts'
import type { DepErrors, Deps, Enqueued, Flow } from './flow-types.ts'

/** What the Enqueued of a command value carries: the memory that it writes or works on, with its type as given. */
export type ResultOf<C extends AnyCommand> = C extends { readonly _tag: 'ReadBuffer' | 'ReadBufferRect' | 'ReadImage' }
  ? Uint8Array
  : C extends { readonly _tag: 'MapBuffer'; readonly buffer: infer R extends ClBuffer }
    ? Mapped<R>
    : C extends { readonly _tag: 'MapImage'; readonly image: infer R extends ClImage }
      ? Mapped<R>
      : C extends { readonly _tag: 'SvmMap'; readonly svmPtr: infer R extends SvmPointer }
        ? Mapped<R>
        : C extends { readonly _tag: 'SvmFree' | 'Marker' | 'Barrier' }
          ? void
          : C extends
                | { readonly dstBuffer: infer R }
                | { readonly dstImage: infer R }
                | { readonly dstPtr: infer R }
                | { readonly buffer: infer R }
                | { readonly image: infer R }
                | { readonly memobj: infer R }
                | { readonly memObjects: infer R }
                | { readonly svmPtr: infer R }
                | { readonly svmPointers: infer R }
            ? R
            : never

/** What enqueueing a command value may be refused for; a blocking svmMemcpy also reports its failure. */
export type EnqueueError<C extends AnyCommand> =
  | RefusalOf[C['_tag']]
  | (C extends { readonly _tag: 'SvmMemcpy' } ? ExecutionError : never)

const START = of(E.right(undefined))

const ENQUEUE: OperatorKind<unknown> = {
  emits: 'enqueued',
  command: (_source, command) => command as AnyCommand,
}

/**
 * Emits once, as soon as the command is enqueued; a blocking svmMemcpy when it is complete. The command is enqueued on
 * the first subscription, after everything in `waitFor` has emitted, and is shared while live. A read command's value
 * is the array that holds the bytes once the event is complete; that of a map is the Mapped whose bytes may be touched
 * from then on.
 *
 * Left: a Left of `waitFor`, passed on; or what the command's own error type lists.
 */
export const enqueue = <C extends AnyCommand, const D extends Deps = []>(
  queue: ClCommandQueue,
  command: C,
  options?: { readonly waitFor?: D },
): Flow<DepErrors<D> | EnqueueError<C>, Enqueued<ResultOf<C>>> =>
  commandFlow(ENQUEUE, START, { queue, operand: command, options })
