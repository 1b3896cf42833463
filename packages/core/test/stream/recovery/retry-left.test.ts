import * as E from 'fp-ts/lib/Either.js'
import { defer, lastValueFrom, NEVER, of, Subject, toArray } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { Flow, readBuffer, retryLeft, writeBuffer, type RetryOptions } from '../../../src/index.ts'
import { play } from '../frames/virtual.ts'
import { bytes, recorded, turn } from '../fixture.ts'
import { attemptsOf } from './attempts.ts'

const busy = { _tag: 'CL_OUT_OF_RESOURCES', status: -5 } as const
const other = { _tag: 'CL_INVALID_VALUE', status: -30 } as const
const codes = ['CL_OUT_OF_RESOURCES'] as const

const collect = (flow$: Flow<unknown, unknown>) => lastValueFrom(flow$.pipe(toArray()))

describe('retryLeft', () => {
  it('subscribes anew at a Left with one of the codes, and does not emit it', async () => {
    const { seen, flow$ } = attemptsOf<unknown, string>(of(E.left(busy)), of(E.right('ok')))
    expect(await collect(flow$.pipe(retryLeft({ codes, times: 1 })))).toEqual([E.right('ok')])
    expect(seen.subscriptions).toBe(2)
  })

  it('does so for a failure that has one as its cause', async () => {
    const waiter = { _tag: 'CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST', status: -14, cause: busy }
    const { flow$ } = attemptsOf<unknown, string>(of(E.left(waiter)), of(E.right('ok')))
    expect(await collect(flow$.pipe(retryLeft({ codes, times: 1 })))).toEqual([E.right('ok')])
  })

  it.each([
    ['another code', other],
    ['another code with a cause of another', { ...other, cause: other }],
    ['no code', 'busy'],
  ])('passes a Left with %s and goes on', async (_what, left) => {
    const { seen, flow$ } = attemptsOf<unknown, string>(of(E.left(left), E.right('next')))
    expect(await collect(flow$.pipe(retryLeft({ codes, times: 1 })))).toEqual([E.left(left), E.right('next')])
    expect(seen.subscriptions).toBe(1)
  })

  it.each([0, 1, 3])('tries %i times again, passes the Left then and goes on', async (times) => {
    const { seen, flow$ } = attemptsOf<unknown, string>(of(E.left(busy), E.right('next')))
    expect(await collect(flow$.pipe(retryLeft({ codes, times })))).toEqual([E.left(busy), E.right('next')])
    expect(seen.subscriptions).toBe(times + 1)
  })

  it('counts for each subscription', async () => {
    const { flow$ } = attemptsOf<unknown, string>(
      of(E.left(busy)),
      of(E.right('a')),
      of(E.left(busy)),
      of(E.right('b')),
    )
    const retried$ = flow$.pipe(retryLeft({ codes, times: 1 }))
    expect([await collect(retried$), await collect(retried$)]).toEqual([[E.right('a')], [E.right('b')]])
  })

  it('waits before each attempt, as long as delay says', () => {
    play(({ cold, expectObservable, expectSubscriptions }) => {
      const attempt$ = cold('-l', { l: E.left(busy) })
      const delay = (attempt: number): number => 2 ** attempt
      expectObservable(attempt$.pipe(retryLeft({ codes, times: 2, delay })), '^---------------!').toBe('---------l', {
        l: E.left(busy),
      })
      expectSubscriptions(attempt$.subscriptions).toBe(['^!', '---^!', '--------^-------!'])
    })
  })

  it('tries no more when nobody listens', () => {
    play(({ cold, expectObservable, expectSubscriptions }) => {
      const attempt$ = cold('-l', { l: E.left(busy) })
      expectObservable(attempt$.pipe(retryLeft({ codes, times: 2, delay: () => 4 })), '^--!').toBe('')
      expectSubscriptions(attempt$.subscriptions).toBe(['^!'])
    })
  })

  it('leaves an attempt before it begins the next', () => {
    const source$ = new Subject<E.Either<typeof busy, string>>()
    const observed: boolean[] = []
    const second$ = defer(() => {
      observed.push(source$.observed)
      return NEVER
    })
    attemptsOf(source$, second$)
      .flow$.pipe(retryLeft({ codes, times: 1 }))
      .subscribe()
    source$.next(E.left(busy))
    expect(observed).toEqual([false])
  })

  it('enqueues the commands of a flow again', async () => {
    const { backend, queue, buffer } = recorded()
    const seen: unknown[] = []
    const read$ = of(bytes(1)).pipe(Flow.lift(), writeBuffer(queue, buffer()), readBuffer(queue, { size: 1 }))
    read$.pipe(retryLeft({ codes, times: 1 })).subscribe((either) => seen.push(either))
    await turn()
    const [write, read] = backend.submissions
    backend.settle(
      { event: write?.event ?? 0, status: -5 },
      { event: read?.event ?? 0, status: -14, cause: write?.event ?? 0 },
    )
    await turn()
    expect(backend.tags).toEqual(['WriteBuffer', 'ReadBuffer', 'WriteBuffer', 'ReadBuffer'])
    expect(seen).toEqual([])
    for (const { event } of backend.submissions.slice(2)) backend.settle(event)
    expect(seen).toMatchObject([{ _tag: 'Right' }])
  })

  it('passes a defect without another attempt', async () => {
    const failing$ = of(E.left(new Error('defect'))).pipe(Flow.orThrow(), Flow.lift())
    const { seen, flow$ } = attemptsOf<unknown, unknown>(failing$)
    await expect(collect(flow$.pipe(retryLeft({ codes, times: 3 })))).rejects.toThrow('defect')
    expect(seen.subscriptions).toBe(1)
  })

  it.each([
    [{ codes, times: -1 }, 'times'],
    [{ codes, times: 0.5 }, 'times'],
    [{ codes }, 'times'],
    [{ codes: 'CL_OUT_OF_RESOURCES', times: 1 }, 'codes'],
    [undefined, 'codes'],
  ])('refuses %j for %s, and does not subscribe', async (options, parameter) => {
    const { seen, flow$ } = attemptsOf<unknown, string>(of(E.right('ok')))
    expect(await collect(flow$.pipe(retryLeft(options as RetryOptions)))).toMatchObject([
      { left: { _tag: 'CL_INVALID_VALUE', command: 'retryLeft', parameter } },
    ])
    expect(seen.subscriptions).toBe(0)
  })
})
