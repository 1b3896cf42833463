import * as E from 'fp-ts/lib/Either.js'
import { firstValueFrom, lastValueFrom, of, toArray } from 'rxjs'
import { describe, expect, it } from 'vitest'
import {
  Command,
  completed,
  copyBuffer,
  createOpenCL,
  enqueue,
  Flow,
  readBuffer,
  ready,
  writeBuffer,
  type ClCommandQueue,
  type ClContext,
} from '../../src/index.ts'
import { bytes, left, recorded, right, turn } from '../stream/fixture.ts'
import { RecordingBackend } from '../stream/recording-backend.ts'

const data = bytes(1, 2, 3, 4)

describe('withContext', () => {
  it('opens a context for each subscription and releases it, with all it made, when that completes', async () => {
    const backend = new RecordingBackend()
    const made$ = createOpenCL(backend).withContext((context) => Flow.fromEither(context.createBuffer({ size: 4 })))
    await lastValueFrom(made$)
    expect(backend.released).toEqual(['buffer 1', 'context'])
    await lastValueFrom(made$)
    expect(backend.released).toEqual(['buffer 1', 'context', 'buffer 2', 'context'])
  })

  it('keeps what running commands need when it is unsubscribed, and gives it back when they have settled', async () => {
    const backend = new RecordingBackend()
    const flow$ = createOpenCL(backend).withContext((context) =>
      Flow.fromEither(
        E.map((queue: ClCommandQueue) => ({ queue, buffer: right(context.createBuffer({ size: 4 })) }))(
          context.createCommandQueue(),
        ),
      ).pipe(Flow.flatMap(({ queue, buffer }) => of(data).pipe(Flow.lift(), writeBuffer(queue, buffer)))),
    )
    await firstValueFrom(flow$)
    await turn()
    expect(backend.tags).toEqual(['WriteBuffer'])
    expect(backend.released).toEqual([])
    backend.settleAll()
    expect(backend.released).toEqual(['buffer 2', 'queue 1', 'context'])
  })

  it('releases the context when the program has a defect', async () => {
    const backend = new RecordingBackend()
    const flow$ = createOpenCL(backend).withContext(() => {
      throw new Error('defect')
    })
    await expect(lastValueFrom(flow$)).rejects.toThrow('defect')
    expect(backend.released).toEqual(['context'])
  })

  it('passes the Left of a context that cannot be made', async () => {
    const seen = await lastValueFrom(
      createOpenCL(new RecordingBackend())
        .withContext(() => Flow.right(1), { devices: [] })
        .pipe(toArray()),
    )
    expect(seen).toMatchObject([{ left: { _tag: 'CL_INVALID_VALUE', command: 'createContext', parameter: 'devices' } }])
  })
})

describe('release', () => {
  it('gives a sub-buffer back before its parent, and an image before its buffer', () => {
    const { backend, context } = recorded()
    const parent = right(context.createBuffer({ size: 1024 }))
    const part = right(parent.createSubBuffer({ origin: 128, size: 64 }))
    parent.release()
    expect(backend.released).toEqual([])
    part.release()
    expect(backend.released).toEqual(['sub-buffer 3', 'buffer 2'])
  })

  it('is the same twice as once, and through `using`', () => {
    const { backend, context } = recorded()
    const buffer = right(context.createBuffer({ size: 4 }))
    buffer.release()
    buffer[Symbol.dispose]()
    expect(backend.released).toEqual(['buffer 2'])
    context[Symbol.dispose]()
    context.release()
    expect(backend.released).toEqual(['buffer 2', 'queue 1', 'context'])
  })

  it('fails the open user events of a context, and so what waits for them', async () => {
    const { backend, context, queue, buffer } = recorded()
    const gate = right(context.createUserEvent())
    const results: unknown[] = []
    ready(buffer())
      .pipe(copyBuffer(queue, buffer(), { waitFor: [gate] }), completed())
      .subscribe((either) => results.push(either))
    await turn()
    context.release()
    expect(gate.status).toBe(-34)
    const [copy] = backend.submissions
    backend.settle({ event: copy?.event ?? 0, status: -14, cause: copy?.waits[0] ?? 0 })
    expect(results).toMatchObject([
      { left: { status: -14, cause: { _tag: 'CL_INVALID_CONTEXT', command: 'UserEvent' } } },
    ])
    expect(gate.complete()).toMatchObject({ left: { _tag: 'CL_INVALID_EVENT' } })
  })

  it.each(['createCommandQueue', 'createBuffer', 'createImage', 'svmAlloc', 'createUserEvent'] as const)(
    'of the context makes %s a Left',
    (call) => {
      const { context } = recorded()
      const make = (from: ClContext) =>
        (from[call] as (desc: unknown) => E.Either<unknown, unknown>).call(from, { size: 4 })
      context.release()
      expect(make(context)).toMatchObject({ left: { _tag: 'CL_INVALID_CONTEXT', command: expect.any(String) } })
    },
  )
})

describe('user events', () => {
  it('are set once: complete, then a Left', () => {
    const { context } = recorded()
    const event = right(context.createUserEvent())
    expect(event.status).toBe(2)
    expect(event.complete()).toEqual(E.right(undefined))
    expect(event.status).toBe(0)
    expect(event.fail(-5)).toMatchObject({ left: { _tag: 'CL_INVALID_OPERATION' } })
  })

  it.each([0, 1, -0.5, Number.NaN, -(2 ** 31) - 1, '-5'])('refuse %s as a failure', (status) => {
    const { context } = recorded()
    const event = right(context.createUserEvent())
    const refused = left(event.fail(status as number))
    expect(refused).toMatchObject({ _tag: 'CL_INVALID_VALUE', parameter: 'execution_status' })
    expect(refused.message).toContain(String(status))
    expect(event.fail(-1)).toEqual(E.right(undefined))
  })
})

describe('what only looks like an object of the library', () => {
  it('is refused, not followed', async () => {
    const { context, queue, buffer } = recorded()
    const genuine = buffer()
    const proxy = new Proxy(genuine, {})
    const gate = new Proxy(right(context.createUserEvent()), {})
    const refusalOf = async (flow: Flow<{ readonly _tag: string }, unknown>) => left(await firstValueFrom(flow))._tag
    expect(await refusalOf(ready(proxy).pipe(readBuffer(queue)))).toBe('CL_INVALID_MEM_OBJECT')
    expect(await refusalOf(enqueue(new Proxy(queue, {}), Command.marker()))).toBe('CL_INVALID_COMMAND_QUEUE')
    expect(await refusalOf(ready(genuine).pipe(readBuffer(queue, { waitFor: [gate] })))).toBe(
      'CL_INVALID_EVENT_WAIT_LIST',
    )
    expect(E.isRight(await firstValueFrom(ready(genuine).pipe(copyBuffer(queue, buffer()))))).toBe(true)
  })
})

describe('devices', () => {
  it('are the same objects each time, chosen by type and name', () => {
    const opencl = createOpenCL(new RecordingBackend())
    const all = right(opencl.devices())
    expect(right(opencl.devices({ type: 'cpu', name: /RECORD/i }))[0]).toBe(all[0])
    expect(opencl.devices({ type: 'gpu' })).toMatchObject({ left: { _tag: 'CL_DEVICE_NOT_FOUND' } })
    expect(opencl.devices({ type: 'tpu' as 'gpu' })).toMatchObject({
      left: { _tag: 'CL_INVALID_DEVICE_TYPE', parameter: 'device_type' },
    })
    expect(opencl.devices({ name: 'x' as unknown as RegExp })).toMatchObject({ left: { _tag: 'CL_INVALID_VALUE' } })
    expect(right(opencl.devices({ name: /record/g }))).toHaveLength(1)
  })

  it('of another backend are refused', () => {
    const device = right(createOpenCL(new RecordingBackend()).devices())[0]
    const opencl = createOpenCL(new RecordingBackend())
    if (device === undefined) throw new Error('no device')
    expect(opencl.createContext({ devices: [device] })).toMatchObject({
      left: { _tag: 'CL_INVALID_DEVICE', parameter: 'devices' },
    })
    expect(E.isRight(opencl.createContext({ devices: right(opencl.devices()) }))).toBe(true)
  })
})
