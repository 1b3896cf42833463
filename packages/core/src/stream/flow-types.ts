import type { Either } from 'fp-ts/lib/Either.js'
import type { Observable } from 'rxjs'
import type { ClEvent } from '../model/event.ts'

/** A stream whose expected failures are values. The error channel is for defects only. */
export type Flow<E, A> = Observable<Either<E, A>>

/** `value` as it will be once `event` is complete; downstream commands wait for it on the device. */
export interface Enqueued<A> {
  readonly value: A
  readonly event: ClEvent
}

/** The Lefts that a flow may emit; never for what is no flow. */
export type ErrorOf<O> = O extends Observable<Either<infer E, unknown>> ? E : never
/** The resource that a flow of enqueued values carries. */
export type ValueOf<O> = O extends Observable<Either<unknown, Enqueued<infer A>>> ? A : never

/** A resource at hand, or a flow of it; a flow's event joins the command's wait list. */
export type Operand<A> = A | Flow<unknown, Enqueued<A>>
/** The resource of an operand. */
export type ResourceOf<O> = O extends Observable<unknown> ? ValueOf<O> : O
/** What a command may also wait for: flows, events, or any other observable (gated on the host). */
export type Dependency = Observable<unknown> | ClEvent
/** The rest of a wait list. */
export type Deps = readonly Dependency[]
/** The Lefts that the rest of a wait list may bring. */
export type DepErrors<D extends Deps> = ErrorOf<D[number]>

/** What every operator's options may hold. */
export interface Waiting<D extends Deps> {
  /** Further dependencies beside the operands. */
  readonly waitFor?: D
}
