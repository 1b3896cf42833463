import * as E from 'fp-ts/lib/Either.js'
import { lastValueFrom, mergeMap, of, range, Subject, toArray } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { Flow, pull, ring, writeBuffer } from '../../../src/index.ts'
import { bytes, left, recorded, right, turn } from '../fixture.ts'
import { play, rights, work } from './virtual.ts'

const letters = (n: number) => right(ring(n, (index) => E.right('xyz'[index] ?? '?')))

describe('a slot', () => {
  it('is given to each frame, the one that was used longest ago first', async () => {
    const project = letters(3).use((slot, frame: number) => Flow.right(`${frame}${slot}`))
    const results$ = pull([0, 1, 2, 3, 4], project, { inFlight: 1 }).pipe(Flow.orThrow(), toArray())
    expect(await lastValueFrom(results$)).toEqual(['0x', '1y', '2z', '3x', '4y'])
  })

  it('comes with the frame and its index', async () => {
    const project = letters(1).use((slot, frame: string, index) => Flow.right([slot, frame, index]))
    expect(await lastValueFrom(pull(['a'], project, { inFlight: 1 }))).toEqual(E.right(['x', 'a', 0]))
  })

  it('is free when the frame has completed: with as many slots as frames in flight none waits', () => {
    play(({ expectObservable }) => {
      const flow$ = pull(
        ['a', 'b', 'c'],
        letters(2).use((slot, frame: string) => work(frame + slot, 4)),
        { inFlight: 2 },
      )
      expectObservable(flow$).toBe('----(ab)(c|)', rights({ a: 'ax', b: 'by', c: 'cx' }))
    })
  })

  it('is waited for where more frames are in flight than there are slots, in the order of frames', () => {
    play(({ expectObservable }) => {
      const flow$ = pull(
        ['a', 'b', 'c'],
        letters(1).use((slot, frame: string) => work(frame + slot, 4)),
        { inFlight: 3 },
      )
      expectObservable(flow$).toBe('----a---b---(c|)', rights({ a: 'ax', b: 'bx', c: 'cx' }))
    })
  })

  it('is not taken by a frame that was unsubscribed while it waited', () => {
    const use = letters(1).use((slot, frame: string) => (frame === 'a' ? first$ : Flow.right(frame + slot)))
    const first$ = new Subject<E.Either<never, string>>()
    const seen: unknown[] = []
    const subscriptions = ['a', 'b', 'c'].map((frame, index) =>
      use(frame, index).subscribe((either) => seen.push(either)),
    )
    subscriptions[1]?.unsubscribe()
    first$.complete()
    expect(seen).toEqual([E.right('cx')])
  })

  it.each([
    [
      'unsubscribed',
      (use: (frame: string, index: number) => Flow<unknown, string>) => use('a', 0).subscribe().unsubscribe(),
    ],
    [
      'ended by a defect',
      (use: (frame: string, index: number) => Flow<unknown, string>) =>
        use('throw', 0).subscribe({ error: () => undefined }),
    ],
  ])('is free when the frame is %s', (_how, end) => {
    const use = letters(1).use((slot, frame: string): Flow<never, string> => {
      if (frame === 'throw') throw new Error('defect')
      return frame === 'a' ? new Subject<E.Either<never, string>>() : Flow.right(frame + slot)
    })
    end(use)
    const seen: unknown[] = []
    use('b', 1).subscribe((either) => seen.push(either))
    expect(seen).toEqual([E.right('bx')])
  })

  it('passes through any number of frames that wait and are done at once', async () => {
    const gate$ = new Subject<E.Either<never, number>>()
    const use = letters(1).use((_slot, frame: number) => (frame === 0 ? gate$ : Flow.right(frame)))
    const last = lastValueFrom(range(0, 20_000).pipe(mergeMap((frame) => use(frame, frame))))
    gate$.complete()
    expect(await last).toEqual(E.right(19_999))
  })
})

describe('ring', () => {
  it('makes the slots in order and keeps them', () => {
    const made: number[] = []
    const slots = right(
      ring(3, (index) => {
        made.push(index)
        return E.right(`slot ${index}`)
      }),
    )
    expect(made).toEqual([0, 1, 2])
    expect(slots.slots).toEqual(['slot 0', 'slot 1', 'slot 2'])
  })

  it('is the Left of the slot that cannot be made, and releases those before', () => {
    const { backend, context } = recorded()
    const made = ring(3, (index) => context.createBuffer({ size: index === 2 ? 0 : 4 }))
    expect(left(made)).toMatchObject({ _tag: 'CL_INVALID_BUFFER_SIZE', command: 'createBuffer' })
    expect(backend.released).toEqual(['buffer 3', 'buffer 2'])
  })

  it.each([0, -1, 1.5, Number.NaN, '2', undefined])('of %j slots is a Left, and makes none', (n) => {
    let made = 0
    expect(left(ring(n as number, () => E.right((made += 1))))).toMatchObject({
      _tag: 'CL_INVALID_VALUE',
      command: 'ring',
      parameter: 'n',
    })
    expect(made).toBe(0)
  })

  it.each(['release', 'using'])('releases what is in the slots, also in records and lists: %s', (how) => {
    const { backend, context } = recorded()
    const buffer = () => right(context.createBuffer({ size: 4 }))
    const slots = right(ring(2, () => E.right({ in: buffer(), out: [buffer()], size: 4 })))
    if (how === 'release') slots.release()
    else slots[Symbol.dispose]()
    expect(backend.released).toEqual(['buffer 5', 'buffer 4', 'buffer 3', 'buffer 2'])
  })

  it('gives frames no slot after its release: a Left to those that wait and to those that come', async () => {
    const slots = letters(1)
    const held$ = new Subject<E.Either<never, string>>()
    const use = slots.use((slot, frame: string) => (frame === 'a' ? held$ : Flow.right(frame + slot)))
    const seen: unknown[] = []
    for (const frame of ['a', 'b']) use(frame, 0).subscribe((either) => seen.push(either))
    slots.release()
    use('c', 0).subscribe((either) => seen.push(either))
    held$.next(E.right('still there'))
    const released = { left: { _tag: 'CL_INVALID_OPERATION', command: 'ring', parameter: 'slot' } }
    expect(seen).toMatchObject([released, released, E.right('still there')])
  })

  it('lets enqueued commands run after its release', async () => {
    const { backend, context, queue } = recorded()
    const slots = right(ring(1, () => context.createBuffer({ size: 4 })))
    const use = slots.use((slot, frame: Uint8Array) => of(frame).pipe(Flow.lift(), writeBuffer(queue, slot)))
    use(bytes(1), 0).subscribe()
    await turn()
    slots.release()
    expect(backend.released).toEqual([])
    backend.settleAll()
    expect(backend.released).toEqual(['buffer 2'])
  })
})
