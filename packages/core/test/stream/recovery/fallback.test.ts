import * as E from 'fp-ts/lib/Either.js'
import { from, lastValueFrom, of, Subject, toArray } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { copyBuffer, completed, fallback, Flow, ready } from '../../../src/index.ts'
import { recorded, right, turn } from '../fixture.ts'
import { attemptsOf } from './attempts.ts'

const busy = { _tag: 'CL_OUT_OF_RESOURCES', status: -5 } as const
const invalid = { _tag: 'CL_INVALID_VALUE', status: -30 } as const

const collect = (flow$: Flow<unknown, unknown>) => lastValueFrom(flow$.pipe(toArray()))

describe('fallback', () => {
  it('passes a flow without Lefts', async () => {
    const { seen, flow$ } = attemptsOf(Flow.right('other'))
    expect(await collect(from([E.right(1), E.right(2)]).pipe(fallback(() => flow$)))).toEqual([E.right(1), E.right(2)])
    expect(seen.subscriptions).toBe(0)
  })

  it('goes over to the other flow at the first Left, which it makes of that Left', async () => {
    const flow$: Flow<typeof busy, number> = of(E.right(1), E.left(busy), E.right(2))
    const other = (left: typeof busy): Flow<string, number> => of(E.right(left.status), E.left('later'))
    expect(await collect(flow$.pipe(fallback(other)))).toEqual([E.right(1), E.right(-5), E.left('later')])
  })

  it('does so at the first Left with one of the codes; others pass', async () => {
    const flow$: Flow<typeof invalid | typeof busy, number> = of(E.left(invalid), E.left(busy), E.right(2))
    const codes = ['CL_OUT_OF_RESOURCES'] as const
    expect(await collect(flow$.pipe(fallback(() => Flow.right('other'), { codes })))).toEqual([
      E.left(invalid),
      E.right('other'),
    ])
  })

  it('does so at a failure that has one of the codes as its cause', async () => {
    const waiter = { _tag: 'CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST', status: -14, cause: busy }
    const codes = ['CL_OUT_OF_RESOURCES'] as const
    expect(await collect(of(E.left(waiter)).pipe(fallback(() => Flow.right('other'), { codes })))).toEqual([
      E.right('other'),
    ])
  })

  it('with no code at all passes every Left', async () => {
    expect(await collect(of(E.left(busy)).pipe(fallback(() => Flow.right('other'), { codes: [] })))).toEqual([
      E.left(busy),
    ])
  })

  it('leaves the flow', () => {
    const source$ = new Subject<E.Either<typeof busy, number>>()
    const other$ = new Subject<E.Either<never, number>>()
    const subscription = source$.pipe(fallback(() => other$)).subscribe()
    source$.next(E.left(busy))
    expect([source$.observed, other$.observed]).toEqual([false, true])
    subscription.unsubscribe()
    expect(other$.observed).toBe(false)
  })

  it.each([
    ['of the flow', Flow.left(new Error('defect')).pipe(Flow.orThrow(), Flow.lift()), () => Flow.right(1)],
    [
      'of what makes the other',
      of(E.left(busy)),
      () => {
        throw new Error('defect')
      },
    ],
  ] as const)('passes a defect %s', async (_where, flow$, other) => {
    await expect(
      collect((flow$ as Flow<unknown, unknown>).pipe(fallback<unknown, never, number>(other))),
    ).rejects.toThrow('defect')
  })

  it('within another leaves it the Lefts of its own other flow', async () => {
    const inner$ = of(E.left('a')).pipe(fallback(() => Flow.left('b')))
    expect(await collect(inner$.pipe(fallback((left) => Flow.right(`c after ${left}`))))).toEqual([
      E.right('c after b'),
    ])
  })

  it('carries the work to another queue', async () => {
    const { backend, context, queue, buffer } = recorded()
    const spare = right(context.createCommandQueue())
    const [a, b] = [buffer(), buffer()]
    const copyOn = (on: typeof queue) => ready(a).pipe(copyBuffer(on, b), completed())
    const seen: unknown[] = []
    copyOn(queue)
      .pipe(fallback(() => copyOn(spare), { codes: ['CL_OUT_OF_RESOURCES'] }))
      .subscribe((either) => seen.push(either))
    await turn()
    backend.settle({ event: backend.submissions[0]?.event ?? 0, status: -5 })
    await turn()
    expect(backend.submissions.map((submission) => submission.queue)).toEqual(['queue 1', 'queue 2'])
    backend.settle(backend.submissions[1]?.event ?? 0)
    expect(seen).toEqual([E.right(b)])
  })
})
