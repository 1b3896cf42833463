import * as E from 'fp-ts/lib/Either.js'
import { lastValueFrom, map, of, repeat, Subject, take, toArray, type Observable } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { bounded, Flow, type BoundedOptions, type OverflowRule } from '../../../src/index.ts'
import { play, rights, work } from './virtual.ts'

type Options = BoundedOptions<string, OverflowRule>

const names = rights({ a: 'a', b: 'b', c: 'c', d: 'd', e: 'e' })
const failed = (index: number, inFlight: number) => E.left({ _tag: 'Overflow', index, inFlight })

/** Each frame takes four milliseconds. */
const fourEach = (options: Options) => bounded((frame: string) => work(frame, 4), options)
const lift = (frames$: Observable<string>) => frames$.pipe(map((frame) => E.right(frame)))

describe('a frame that finds room', () => {
  it.each(['dropNewest', 'keepLatest', 'fail'] as const)('is worked on at once with %s', (overflow) => {
    play(({ cold, expectObservable }) => {
      const flow$ = lift(cold('a-b-----c|')).pipe(fourEach({ inFlight: 2, overflow }))
      expectObservable(flow$).toBe('----a-b-----(c|)', names)
    })
  })
})

describe('a frame that finds no room', () => {
  it('is left out with dropNewest', () => {
    const dropped: unknown[] = []
    play(({ cold, expectObservable }) => {
      const onDrop = (frame: string, index: number) => dropped.push([frame, index])
      const flow$ = lift(cold('abc--d--|')).pipe(fourEach({ inFlight: 1, overflow: 'dropNewest', onDrop }))
      expectObservable(flow$).toBe('----a----(d|)', names)
    })
    expect(dropped).toEqual([
      ['b', 1],
      ['c', 2],
    ])
  })

  it('waits with keepLatest until a newer one takes its place', () => {
    const dropped: unknown[] = []
    play(({ cold, expectObservable }) => {
      const onDrop = (frame: string, index: number) => dropped.push([frame, index])
      const flow$ = lift(cold('abc|')).pipe(fourEach({ inFlight: 1, overflow: 'keepLatest', onDrop }))
      expectObservable(flow$).toBe('----a---(c|)', names)
    })
    expect(dropped).toEqual([['b', 1]])
  })

  it('is a Left in its place with fail', () => {
    play(({ cold, expectObservable }) => {
      const values = { ...names, b: failed(1, 1), c: failed(2, 1) }
      const flow$ = lift(cold('abc-----d|')).pipe(fourEach({ inFlight: 1, overflow: 'fail' }))
      expectObservable(flow$).toBe('----(abc)---(d|)', values)
    })
  })

  it('is a Left at once with fail and the order of completion', () => {
    play(({ cold, expectObservable }) => {
      const values = { ...names, b: failed(1, 1), c: failed(2, 1) }
      const options = { inFlight: 1, overflow: 'fail', order: 'completion' } as const
      expectObservable(lift(cold('abc-----d|')).pipe(fourEach(options))).toBe('-bc-a-------(d|)', values)
    })
  })

  it('is told of when nobody listens any more and it still waited', () => {
    const dropped: string[] = []
    const frames$ = new Subject<string>()
    const options = { inFlight: 1, overflow: 'keepLatest', onDrop: (frame: string) => dropped.push(frame) } as const
    const subscription = lift(frames$)
      .pipe(bounded(() => new Subject<never>(), options))
      .subscribe()
    frames$.next('a')
    frames$.next('b')
    expect(dropped).toEqual([])
    subscription.unsubscribe()
    expect(dropped).toEqual(['b'])
  })

  it('does not come between the Lefts before and after it', () => {
    const frames$ = new Subject<E.Either<string, string>>()
    const flows: Readonly<Record<string, Subject<E.Either<never, string>>>> = { a: new Subject(), d: new Subject() }
    const seen: unknown[] = []
    frames$
      .pipe(bounded((frame) => flows[frame] ?? Flow.right('none'), { inFlight: 1, overflow: 'fail' }))
      .subscribe((either) => seen.push(either))
    frames$.next(E.right('a'))
    frames$.next(E.right('b'))
    frames$.next(E.left('broken'))
    frames$.next(E.right('c'))
    expect(seen).toEqual([])
    flows['a']?.next(E.right('a'))
    flows['a']?.complete()
    expect(seen).toEqual([E.right('a'), failed(1, 1), E.left('broken'), failed(3, 1)])
  })
})

describe('a Left of the source', () => {
  it.each(['dropNewest', 'keepLatest', 'fail'] as const)('passes in its place, without room, with %s', (overflow) => {
    play(({ cold, expectObservable }) => {
      const values = { ...names, l: E.left('broken') }
      const source$ = cold('al--b|', values)
      const work$ = bounded((frame: string) => work(frame, 4), { inFlight: 2, overflow })
      expectObservable(source$.pipe(work$)).toBe('----(al)(b|)', values)
    })
  })

  it('comes after the frame that waited when it came', () => {
    play(({ cold, expectObservable }) => {
      const values = { ...names, l: E.left('broken') }
      const work$ = bounded((frame: string) => work(frame, 4), { inFlight: 1, overflow: 'keepLatest' })
      expectObservable(cold('abl|', values).pipe(work$)).toBe('----a---(bl|)', values)
    })
  })

  it('comes before the frame that took the place of one that waited', () => {
    play(({ cold, expectObservable }) => {
      const values = { ...names, l: E.left('broken') }
      const work$ = bounded((frame: string) => work(frame, 6), { inFlight: 1, overflow: 'keepLatest' })
      expectObservable(cold('ablc|', values).pipe(work$)).toBe('------(al)--(c|)', values)
    })
  })
})

describe('a defect', () => {
  const all = (flow$: Observable<unknown>) => lastValueFrom(flow$.pipe(toArray()))
  const fail = (): never => {
    throw new Error('defect')
  }

  it.each([
    ['project', bounded(fail, { inFlight: 1, overflow: 'fail' })],
    [
      'onDrop',
      bounded((_frame: string) => new Subject<never>(), { inFlight: 1, overflow: 'dropNewest', onDrop: fail }),
    ],
  ])('of %s is the error of the flow', async (_name, work$) => {
    await expect(all(lift(of('a', 'b')).pipe(work$))).rejects.toThrow('defect')
  })

  it('of the source is the error of the flow', async () => {
    const source$ = Flow.left(new Error('defect')).pipe(Flow.orThrow(), Flow.lift())
    const work$ = bounded((frame: string) => Flow.right(frame), { inFlight: 1, overflow: 'fail' })
    await expect(all(source$.pipe(work$))).rejects.toThrow('defect')
  })
})

it('leaves a source without end when nobody listens any more', async () => {
  const work$ = bounded((frame: string) => Flow.right(frame), { inFlight: 1, overflow: 'fail' })
  expect(await lastValueFrom(lift(of('a').pipe(repeat())).pipe(work$, take(3), toArray()))).toHaveLength(3)
})

describe('options out of range', () => {
  const read = async (options: unknown) => {
    const work$ = bounded((frame: string) => Flow.right(frame), options as Options)
    return lastValueFrom(Flow.right('a').pipe(work$, toArray()))
  }

  it.each([
    [{ inFlight: 0, overflow: 'fail' }, 'in_flight'],
    [undefined, 'in_flight'],
    [{ inFlight: 1, overflow: 'fail', order: 'none' }, 'order'],
    [{ inFlight: 1, overflow: 'block' }, 'overflow'],
    [{ inFlight: 1 }, 'overflow'],
  ])('such as %j are one Left for %s', async (options, parameter) => {
    expect(await read(options)).toMatchObject([
      { _tag: 'Left', left: { _tag: 'CL_INVALID_VALUE', command: 'bounded', parameter } },
    ])
  })

  it('do not include these', async () => {
    expect(await read({ inFlight: 1, overflow: 'fail', order: 'source' })).toEqual([E.right('a')])
  })
})
