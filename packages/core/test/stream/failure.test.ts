import * as E from 'fp-ts/lib/Either.js'
import { concat, NEVER, of, Subject, type Observable } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { completed, copyBuffer, Flow, ready, writeBuffer } from '../../src/index.ts'
import { bytes, recorded, turn } from './fixture.ts'

const data = bytes(1, 2, 3, 4)

const raise = (error: unknown): never => {
  throw error
}

describe('a failed event fails its waiters', () => {
  it('names the failure that began it as the cause', async () => {
    const { backend, queue, buffer } = recorded({ outOfOrder: true })
    const results: unknown[] = []
    of(data)
      .pipe(Flow.lift(), writeBuffer(queue, buffer()), copyBuffer(queue, buffer()), completed())
      .subscribe((either) => results.push(either))
    await turn()
    const [write, copy] = backend.submissions
    backend.settle({ event: write?.event ?? 0, status: -5 })
    backend.settle({ event: copy?.event ?? 0, status: -14, cause: write?.event ?? 0 })
    expect(results).toMatchObject([
      {
        _tag: 'Left',
        left: {
          _tag: 'CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST',
          status: -14,
          command: 'CopyBuffer',
          origin: 'execution',
          cause: { _tag: 'CL_OUT_OF_RESOURCES', status: -5, command: 'WriteBuffer' },
        },
      },
    ])
  })

  it('tells the backend of a failure that came before the command', async () => {
    const { backend, queue, buffer } = recorded()
    const source$ = new Subject<void>()
    const written$ = of(data).pipe(Flow.lift(), writeBuffer(queue, buffer()))
    let event: unknown
    const gated$ = concat(written$, NEVER).pipe(copyBuffer(queue, buffer(), { waitFor: [source$] }))
    written$.subscribe((either) => (event = E.isRight(either) && either.right.event))
    gated$.subscribe()
    await turn()
    backend.settle({ event: backend.submissions[0]?.event ?? 0, status: -5 })
    source$.next()
    await turn()
    expect(event).toBeTruthy()
    expect(backend.submissions[1]).toMatchObject({ waits: [], failedWait: backend.submissions[0]?.event })
  })
})

describe('an input with a defect', () => {
  const thrown = new Error('no observable')

  it.each([
    [
      'that throws when it is subscribed',
      () => Object.assign(new Subject<void>(), { subscribe: () => raise(thrown) }),
      thrown,
    ],
    ['that is a Proxy of a flow', (flow: Observable<unknown>) => new Proxy(flow, {}), expect.any(TypeError)],
  ])('%s ends the flows behind it with the error', async (_what, made, expected) => {
    const { queue, buffer } = recorded()
    const gate$ = made(ready(buffer()).pipe(copyBuffer(queue, buffer())))
    const gated$ = ready(buffer()).pipe(copyBuffer(queue, buffer(), { waitFor: [gate$] }))
    const errors: unknown[] = []
    const listen = () => gated$.pipe(copyBuffer(queue, buffer())).subscribe({ error: (error) => errors.push(error) })
    listen()
    listen()
    await turn()
    listen()
    await turn()
    expect(errors).toEqual([expected, expected, expected])
  })
})

describe('a backend with a defect', () => {
  it('ends the flows whose commands it dropped, and the defect is seen', async () => {
    const { backend, queue, buffer } = recorded()
    const defect = new Error('the port threw')
    backend.onSubmit = () => {
      throw defect
    }
    const unhandled: unknown[] = []
    const listeners = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection')
    process.once('unhandledRejection', (error) => unhandled.push(error))
    try {
      const results: unknown[] = []
      const other = recorded()
      ready(buffer())
        .pipe(copyBuffer(queue, buffer()), completed())
        .subscribe((either) => results.push(either))
      ready(other.buffer()).pipe(copyBuffer(other.queue, other.buffer())).subscribe()
      await turn()
      await turn()
      expect(results).toMatchObject([
        { left: { _tag: 'CL_OUT_OF_RESOURCES', command: 'CopyBuffer', origin: 'execution' } },
      ])
      expect(other.backend.tags).toEqual(['CopyBuffer'])
      expect(unhandled).toEqual([defect])
    } finally {
      process.removeAllListeners('unhandledRejection')
      for (const listener of listeners) process.on('unhandledRejection', listener)
    }
  })

  it('keeps no other context from its commands, however many have one, and each defect is seen', async () => {
    const worlds = Array.from({ length: 5 }, () => recorded())
    const defects = worlds.map((_, index) => new Error(`port ${index} threw`))
    for (const [index, { backend }] of worlds.entries())
      if (index !== 2)
        backend.onSubmit = () => {
          throw defects[index]
        }
    const unhandled: unknown[] = []
    const listeners = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection')
    process.on('unhandledRejection', (error) => unhandled.push(error))
    try {
      for (const { queue, buffer } of worlds)
        ready(buffer()).pipe(copyBuffer(queue, buffer()), copyBuffer(queue, buffer())).subscribe()
      await turn()
      await turn()
      expect(worlds.map(({ backend }) => backend.tags)).toEqual(worlds.map(() => ['CopyBuffer', 'CopyBuffer']))
      expect(unhandled).toEqual(defects.filter((_, index) => index !== 2))
    } finally {
      process.removeAllListeners('unhandledRejection')
      for (const listener of listeners) process.on('unhandledRejection', listener)
    }
  })
})
