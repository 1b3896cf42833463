import * as E from 'fp-ts/lib/Either.js'
import { map, mergeMap, timer, type Observable } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import { describe, expect, it } from 'vitest'
import {
  completed,
  copyBuffer,
  fillBuffer,
  Flow,
  mapBuffer,
  readBuffer,
  ready,
  svmMap,
  svmMemcpy,
  unmap,
  writeBuffer,
} from '../../src/index.ts'
import { bytes, recorded, right } from './fixture.ts'

/** Each command takes three frames from its submission. */
const LATENCY = 3

const device = () => {
  const { backend, context, queue, buffer } = recorded({ outOfOrder: true })
  backend.onSubmit = (batch) => void timer(LATENCY).subscribe(() => backend.settle(...batch.map(({ event }) => event)))
  const svm = right(context.svmAlloc({ size: 64 }))
  return { backend, queue, buffer, svm }
}

const play = (
  test: (helpers: Parameters<Parameters<TestScheduler['run']>[0]>[0], on: ReturnType<typeof device>) => void,
) => new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run((helpers) => test(helpers, device()))

const data: Readonly<Record<string, Uint8Array>> = { a: bytes(1), b: bytes(2), c: bytes(3), x: new Uint8Array(99) }

/** r for a Right, l for a Left: when, not what. */
const sides = <E1, A>(flow: Observable<E.Either<E1, A>>): Observable<string> =>
  flow.pipe(map((either) => (E.isRight(either) ? 'r' : 'l')))

describe('device time in marbles', () => {
  it('emits an Enqueued at once and completes when its commands have settled', () => {
    play(({ cold, expectObservable }, { queue, buffer }) => {
      const written$ = cold('a-b|', data).pipe(Flow.lift(), writeBuffer(queue, buffer()))
      expectObservable(sides(written$)).toBe('r-r--|')
    })
  })

  it('costs a chain of three commands no trip to the host', () => {
    play(({ cold, expectObservable }, { queue, buffer }) => {
      const chain$ = cold('a|', data).pipe(
        Flow.lift(),
        writeBuffer(queue, buffer()),
        copyBuffer(queue, buffer()),
        copyBuffer(queue, buffer()),
      )
      expectObservable(sides(chain$)).toBe('r--|')
    })
  })

  it('waits where bytes leave the device: readBuffer, completed, blocking svmMemcpy', () => {
    play(({ cold, expectObservable }, { queue, buffer, svm }) => {
      const written$ = () => cold('a-b|', data).pipe(Flow.lift(), writeBuffer(queue, buffer()))
      expectObservable(sides(written$().pipe(readBuffer(queue)))).toBe('---r-(r|)')
      expectObservable(sides(written$().pipe(completed()))).toBe('---r-(r|)')
      const copied$ = cold('a-b|', data).pipe(Flow.lift(), svmMemcpy(queue, svm.at(0), { blocking: true }))
      expectObservable(sides(copied$)).toBe('---r-(r|)')
    })
  })

  it('waits where memory is mapped: mapBuffer, svmMap', () => {
    play(({ cold, expectObservable }, { queue, buffer, svm }) => {
      const buffers = { a: buffer(), b: buffer() }
      const mapped$ = cold('a-b|', buffers).pipe(Flow.lift(), Flow.flatMap(ready), mapBuffer(queue))
      expectObservable(sides(mapped$)).toBe('---r-(r|)')
      const pointers = { a: svm.at(0), b: svm.at(32) }
      const mappedSvm$ = cold('a-b|', pointers).pipe(Flow.lift(), Flow.flatMap(ready), svmMap(queue, { size: 32 }))
      expectObservable(sides(mappedSvm$)).toBe('---r-(r|)')
    })
  })

  it('maps, changes and unmaps with one trip to the host for each buffer', () => {
    play(({ cold, expectObservable }, { queue, buffer }) => {
      const buffers = { a: buffer(), b: buffer() }
      const filled$ = cold('a-b|', buffers).pipe(Flow.lift(), Flow.flatMap(ready), fillBuffer(queue, bytes(1)))
      expectObservable(sides(filled$)).toBe('r-r--|')
      expectObservable(sides(filled$.pipe(mapBuffer(queue), unmap(queue)))).toBe('---r-r--|')
    })
  })

  it('gates on any observable, and enqueues again when it speaks again', () => {
    play(({ cold, expectObservable }, { queue, buffer }) => {
      const gate$ = cold('--x--x|')
      const written$ = cold('a|', data).pipe(Flow.lift(), writeBuffer(queue, buffer(), { waitFor: [gate$] }))
      expectObservable(sides(written$)).toBe('--r--r--|')
    })
  })

  it('never enqueues for one who leaves before the gate opens', () => {
    play(({ cold, expectObservable, flush }, { backend, queue, buffer }) => {
      const gate$ = cold('----x|')
      const written$ = cold('a|', data).pipe(Flow.lift(), writeBuffer(queue, buffer(), { waitFor: [gate$] }))
      expectObservable(written$, '^--!').toBe('')
      flush()
      expect(backend.tags).toEqual([])
    })
  })

  it('lets a Left pass and goes on', () => {
    play(({ cold, expectObservable }, { queue, buffer }) => {
      const copied$ = cold('a-x-c|', data).pipe(Flow.lift(), writeBuffer(queue, buffer()), copyBuffer(queue, buffer()))
      expectObservable(sides(copied$)).toBe('r-l-r--|')
      expectObservable(sides(copied$.pipe(completed()))).toBe('---(rl)(r|)')
    })
  })

  it('gives a late subscriber the latest and then what comes', () => {
    play(({ hot, expectObservable }, { backend, queue, buffer }) => {
      const written$ = hot('a-b---c|', data).pipe(Flow.lift(), writeBuffer(queue, buffer()))
      expectObservable(sides(written$)).toBe('r-r---r--|')
      expectObservable(sides(written$), '----^').toBe('----r-r--|')
      expect(backend.tags).toEqual([])
    })
  })

  it('pairs the n-th values of branches that take different time', () => {
    play(({ cold, expectObservable }, { backend, queue, buffer }) => {
      const written$ = cold('(ab)c|', data).pipe(Flow.lift(), writeBuffer(queue, buffer()))
      const late$ = written$.pipe(mergeMap((either) => timer(2).pipe(map(() => either))))
      expectObservable(sides(Flow.zip([written$, late$]))).toBe('--(rr)r|')
      expect(backend.tags).toEqual([])
    })
  })

  it('starts anew after it has completed', () => {
    play(({ cold, expectObservable }, { queue, buffer }) => {
      const written$ = cold('a|', data).pipe(Flow.lift(), writeBuffer(queue, buffer()))
      expectObservable(sides(written$)).toBe('r--|')
      expectObservable(sides(written$), '------^').toBe('------r--|')
    })
  })

  it('is complete at once for what is already there', () => {
    play(({ expectObservable }, { buffer }) => {
      expectObservable(sides(ready(buffer()).pipe(completed()))).toBe('(r|)')
    })
  })
})
