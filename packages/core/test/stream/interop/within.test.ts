import * as E from 'fp-ts/lib/Either.js'
import { lastValueFrom, Subject, toArray, VirtualAction, VirtualTimeScheduler } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { Flow, within } from '../../../src/index.ts'
import { play, rights } from '../frames/virtual.ts'

const values: Readonly<Record<string, E.Either<unknown, string>>> = {
  ...rights({ a: 'a', b: 'b' }),
  l: E.left('own'),
  t: E.left({ _tag: 'Timeout', milliseconds: 3 }),
}

describe('within', () => {
  it.each([
    ['passes values that come in time', '--a--b|', '--a--b|'],
    ['counts from the subscription to the first value', '----a|', '---(t|)'],
    ['counts from one value to the next', '-a----b|', '-a--(t|)'],
    ['counts to the end', '-a----|', '-a--(t|)'],
    ['counts from a Left as well', '-l---b|', '-l--(t|)'],
    ['passes an empty flow', '--|', '--|'],
    ['passes a defect', '-a-#', '-a-#'],
  ])('%s', (_rule, source, expected) => {
    play(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold(source, values)
      expectObservable(source$.pipe(within(3))).toBe(expected, values)
      // The flow is left when time is up.
      const end = expected.includes('(t') ? expected.indexOf('(t') : source.search(/[|#]/)
      expectSubscriptions(source$.subscriptions).toBe(`^${'-'.repeat(end - 1)}!`)
    })
  })

  it('has the time of a scheduler that it is given', () => {
    const clock = new VirtualTimeScheduler(VirtualAction, 3)
    const seen: unknown[] = []
    new Subject<E.Either<never, string>>().pipe(within(3, clock)).subscribe((either) => seen.push(either))
    expect(seen).toEqual([])
    clock.flush()
    expect(seen).toEqual([E.left({ _tag: 'Timeout', milliseconds: 3 })])
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, '5', undefined])('refuses %j', async (milliseconds) => {
    const flow$ = Flow.right(1).pipe(within(milliseconds as number), toArray())
    expect(await lastValueFrom(flow$)).toMatchObject([
      { left: { _tag: 'CL_INVALID_VALUE', command: 'within', parameter: 'milliseconds' } },
    ])
  })

  it.each([0, 0.5, 2 ** 31 - 1])('takes %j', async (milliseconds) => {
    expect(await lastValueFrom(Flow.right(1).pipe(within(milliseconds)))).toEqual(E.right(1))
  })
})
