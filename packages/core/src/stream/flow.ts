import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { map, mergeMap, of, type Observable, type OperatorFunction } from 'rxjs'
import { combineLatest } from './combine-latest.ts'
import type { Flow as FlowType } from './flow-types.ts'
import { orThrow } from './or-throw.ts'
import { zip } from './zip.ts'

/** One Right. */
const right = <A>(a: A): FlowType<never, A> => of(E.right(a))

/** One Left. */
const left = <E1>(e: E1): FlowType<E1, never> => of(E.left(e))

/** One Either. */
const fromEither = <E1, A>(e: Either<E1, A>): FlowType<E1, A> => of(e)

/** Plain values in, Rights out. */
const lift = <A>(): OperatorFunction<A, Either<never, A>> => map((a) => E.right(a))

/** Each Right through `f`; Lefts pass. An Enqueued that keeps its event keeps its place in the wait lists. */
const mapRight =
  <A, B>(f: (a: A) => B) =>
  <E1>(flow: FlowType<E1, A>): FlowType<E1, B> =>
    flow.pipe(map((either) => (E.isLeft(either) ? either : E.right(f(either.right)))))

/** Each Left through `f`; Rights pass. */
const mapLeft =
  <E1, F>(f: (e: E1) => F) =>
  <A>(flow: FlowType<E1, A>): FlowType<F, A> =>
    flow.pipe(map((either) => (E.isLeft(either) ? E.left(f(either.left)) : either)))

/** The flow of each Right, all at once as in mergeMap; Lefts pass. */
const flatMap =
  <A, E2, B>(f: (a: A) => FlowType<E2, B>) =>
  <E1>(flow: FlowType<E1, A>): FlowType<E1 | E2, B> =>
    flow.pipe(mergeMap((either): FlowType<E1 | E2, B> => (E.isLeft(either) ? of(either) : f(either.right))))

/** The flow of each Left, in its place; Rights pass. */
const orElse =
  <E1, E2, B>(f: (e: E1) => FlowType<E2, B>) =>
  <A>(flow: FlowType<E1, A>): FlowType<E2, A | B> =>
    flow.pipe(mergeMap((either): FlowType<E2, A | B> => (E.isLeft(either) ? f(either.left) : of(either))))

/** Plain values out: each Left through `onLeft`, each Right through `onRight`. */
const match =
  <E1, A, B, C>(onLeft: (e: E1) => B, onRight: (a: A) => C) =>
  (flow: FlowType<E1, A>): Observable<B | C> =>
    flow.pipe(map((either) => (E.isLeft(either) ? onLeft(either.left) : onRight(either.right))))

/** A stream whose expected failures are values. The error channel is for defects only. */
export type Flow<E1, A> = FlowType<E1, A>

/** The vocabulary of flows; data last, to be used with `pipe`. */
export const Flow = {
  right,
  left,
  fromEither,
  lift,
  map: mapRight,
  mapLeft,
  flatMap,
  orElse,
  match,
  orThrow,
  combineLatest,
  zip,
} as const
