import * as E from 'fp-ts/lib/Either.js'
import { map, timer } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import { expect } from 'vitest'
import type { Flow } from '../../../src/index.ts'

/** Plays marbles; time is that of the test. */
export const play = (test: Parameters<TestScheduler['run']>[0]): void => {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(test)
}

/** Work of so many milliseconds, which gives `value`. */
export const work = <A>(value: A, milliseconds: number): Flow<never, A> =>
  timer(milliseconds).pipe(map(() => E.right(value)))

/** The values of Rights and Lefts by one letter each. */
export const rights = <A>(values: Readonly<Record<string, A>>): Readonly<Record<string, E.Either<never, A>>> =>
  Object.fromEntries(Object.entries(values).map(([letter, value]) => [letter, E.right(value)]))
