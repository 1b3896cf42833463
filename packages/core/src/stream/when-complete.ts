import * as E from 'fp-ts/lib/Either.js'
import { Observable } from 'rxjs'
import type { ExecutionError } from '../model/commands/execution-error.ts'
import { EventWait } from './event-wait.ts'
import type { Enqueued, Flow } from './flow-types.ts'

interface Waiting {
  readonly wait: EventWait | undefined
  readonly emission: () => E.Either<unknown, unknown>
}

/**
 * Emits `result` of each enqueued value when its event is complete, and the failure where it failed; Lefts pass. In the
 * order of the source, however the events settle. Completes when the source has and all have settled.
 */
export const whenComplete =
  <A, F, B>(result: (enqueued: Enqueued<A>) => E.Either<F, B>) =>
  <E1>(flow: Flow<E1, Enqueued<A>>): Flow<E1 | ExecutionError | F, B> =>
    new Observable((subscriber) => {
      const waiting: Waiting[] = []
      let sent = 0
      let isSourceComplete = false

      const send = (): void => {
        for (let next = waiting[sent]; next !== undefined && next.wait?.isDone !== false; next = waiting[sent]) {
          sent += 1
          if (sent === waiting.length) {
            waiting.length = 0
            sent = 0
          }
          const failure = next.wait?.failure
          subscriber.next(
            (failure === undefined ? next.emission() : E.left(failure)) as E.Either<E1 | ExecutionError | F, B>,
          )
        }
        if (isSourceComplete && sent === waiting.length) subscriber.complete()
      }

      return flow.subscribe({
        next: (either) => {
          if (E.isLeft(either)) waiting.push({ wait: undefined, emission: () => either })
          else {
            const enqueued = either.right
            waiting.push({ wait: new EventWait(enqueued?.event, send), emission: () => result(enqueued) })
          }
          send()
        },
        error: (error: unknown) => subscriber.error(error),
        complete: () => {
          isSourceComplete = true
          send()
        },
      })
    })
