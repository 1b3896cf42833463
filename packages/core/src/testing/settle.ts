import type { Either } from 'fp-ts/lib/Either.js'
import { firstValueFrom, lastValueFrom, timer, toArray } from 'rxjs'
import type { ClError, Flow } from '../index.ts'
import { expectLeft, fail, right, type ExpectedError } from './expect.ts'

/** A case that fails elsewhere first never looks at the promise: its rejection must not end the program. */
const quietly = <A>(promise: Promise<A>): Promise<A> => {
  promise.catch(() => undefined)
  return promise
}

/** All that a flow emits; resolves when it completes, which is when its commands have settled. */
export const collect = <Err, A>(flow: Flow<Err, A>): Promise<readonly Either<Err, A>[]> =>
  quietly(lastValueFrom(flow.pipe(toArray())))

/** The one thing that a flow emits. */
export const single = <Err, A>(what: string, flow: Flow<Err, A>): Promise<Either<Err, A>> =>
  quietly(
    collect(flow).then(([first, ...others]) =>
      first === undefined || others.length > 0
        ? fail(`${what}: expected one value, got ${first === undefined ? 0 : others.length + 1}`)
        : first,
    ),
  )

/** The one Right that a flow emits. */
export const value = <A>(what: string, flow: Flow<ClError, A>): Promise<A> =>
  quietly(single(what, flow).then((result) => right(what, result)))

/** Checks the one Left that a flow emits. */
export const refused = (what: string, flow: Flow<ClError, unknown>, expected: ExpectedError): Promise<ClError> =>
  quietly(single(what, flow).then((result) => expectLeft(what, result, expected)))

/** Long enough for a device to run a small command that nothing holds back. */
const PAUSE = 25

export const pause = (milliseconds: number = PAUSE): Promise<unknown> => firstValueFrom(timer(milliseconds))
