import * as E from 'fp-ts/lib/Either.js'
import { CompositeEvent, isEvent, partsOf, type EventObject } from '../model/event.ts'
import type { Enqueued } from './flow-types.ts'

/** One tuple whose event stands for all, or the first Left. */
export const joinEnqueued = (
  eithers: readonly E.Either<unknown, Enqueued<unknown>>[],
): E.Either<unknown, Enqueued<readonly unknown[]>> => {
  const values: unknown[] = []
  const parts = new Set<EventObject>()
  for (const either of eithers) {
    if (E.isLeft(either)) return either
    values.push(either.right.value)
    const { event } = either.right
    if (isEvent(event)) for (const part of partsOf(event)) parts.add(part)
  }
  return E.right({ value: values, event: new CompositeEvent([...parts]) })
}
