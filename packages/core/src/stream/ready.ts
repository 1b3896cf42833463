import * as E from 'fp-ts/lib/Either.js'
import { of } from 'rxjs'
import { ALREADY_COMPLETE } from '../model/event.ts'
import type { Enqueued, Flow } from './flow-types.ts'

/** Emits the resource once, with an event that is complete, and completes: an existing resource as the start of a pipeline. */
export const ready = <A>(resource: A): Flow<never, Enqueued<A>> =>
  of(E.right({ value: resource, event: ALREADY_COMPLETE }))
