import * as E from 'fp-ts/lib/Either.js'
import { firstValueFrom, from, Subject, type Observable } from 'rxjs'
import { describe, expect, it } from 'vitest'
import {
  Command,
  completed,
  copyBuffer,
  enqueue,
  Flow,
  mapBuffer,
  ready,
  svmMap,
  svmUnmap,
  unmap,
  type ClBuffer,
  type Mapped,
} from '../../../src/index.ts'
import { left, recorded, right, turn } from '../fixture.ts'

/** What a flow emits first, when every command of the turn has ended so. */
const afterwards = async <A>(
  { backend }: ReturnType<typeof recorded>,
  flow: Observable<A>,
  end: 'complete' | 'failed' = 'complete',
): Promise<A> => {
  const value = firstValueFrom(flow)
  await turn()
  if (end === 'complete') backend.settleAll()
  else backend.settle({ event: backend.submissions.at(-1)?.event ?? 0, status: -14 })
  return value
}

describe('a Mapped', () => {
  it('that mapBuffer emits shows its bytes and pitches', async () => {
    const world = recorded()
    world.backend.mapped = { bytes: new Uint8Array(20), rowPitch: 10, slicePitch: 0 }
    const mapped = right(await afterwards(world, ready(world.buffer()).pipe(mapBuffer(world.queue))))
    expect(mapped.bytes).toBe(world.backend.mapped.bytes)
    expect(mapped).toMatchObject({ rowPitch: 10, slicePitch: 0, isMapped: true, flags: ['READ', 'WRITE'] })
  })

  it('of an enqueued map shows them once its event is complete, and throws before', async () => {
    const { backend, queue, buffer } = recorded()
    const enqueued = right(await firstValueFrom(enqueue(queue, Command.mapBuffer({ buffer: buffer() }))))
    const mapped: Mapped = enqueued.value
    await turn()
    expect(mapped.isMapped).toBe(false)
    expect(() => mapped.bytes).toThrow(TypeError)
    backend.settleAll()
    expect(mapped.isMapped).toBe(true)
    expect(mapped.bytes).toBe(backend.mapped.bytes)
  })

  it('through completed is open when it comes', async () => {
    const world = recorded()
    const flow$ = enqueue(world.queue, Command.mapBuffer({ buffer: world.buffer() })).pipe(completed())
    expect(right(await afterwards(world, flow$)).bytes).toBe(world.backend.mapped.bytes)
  })

  it('throws from the moment its unmap is enqueued', async () => {
    const world = recorded()
    const mapped = right(await afterwards(world, ready(world.buffer()).pipe(mapBuffer(world.queue))))
    const unmapped$ = firstValueFrom(ready(mapped).pipe(unmap(world.queue)))
    await unmapped$
    expect(mapped.isMapped).toBe(false)
    expect(() => mapped.bytes).toThrow(TypeError)
    expect(() => mapped.rowPitch).toThrow(TypeError)
  })
})

describe('a map that fails', () => {
  it('is a Left, and leaves nothing mapped', async () => {
    const world = recorded()
    const buffer = world.buffer()
    const map$ = ready(buffer).pipe(mapBuffer(world.queue))
    expect(left(await afterwards(world, map$, 'failed'))).toMatchObject({
      _tag: 'CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST',
      command: 'MapBuffer',
      origin: 'execution',
    })
    expect(world.backend.released).toHaveLength(1)
    expect(E.isRight(await afterwards(world, map$))).toBe(true)
  })
})

describe('unmap', () => {
  it('goes on to commands that wait for it on the device', async () => {
    const world = recorded({ outOfOrder: true })
    const { backend, queue, buffer } = world
    const mapped = right(await afterwards(world, ready(buffer()).pipe(mapBuffer(queue))))
    ready(mapped).pipe(unmap(queue), copyBuffer(queue, buffer())).subscribe()
    await turn()
    const [, undo, copy] = backend.submissions
    expect(backend.tags).toEqual(['MapBuffer', 'UnmapMemObject', 'CopyBuffer'])
    expect(copy?.waits).toEqual([undo?.event])
  })

  it('of an enqueued map waits for the map on the device', async () => {
    const { backend, queue, buffer } = recorded({ outOfOrder: true })
    enqueue(queue, Command.mapBuffer({ buffer: buffer() }))
      .pipe(unmap(queue))
      .subscribe()
    await turn()
    const [map, undo] = backend.submissions
    expect(backend.tags).toEqual(['MapBuffer', 'UnmapMemObject'])
    expect(undo?.waits).toEqual([map?.event])
  })

  it('takes a mapping once', async () => {
    const world = recorded()
    const mapped = right(await afterwards(world, ready(world.buffer()).pipe(mapBuffer(world.queue))))
    const undo = () => afterwards(world, ready(mapped).pipe(unmap(world.queue)))
    expect(E.isRight(await undo())).toBe(true)
    expect(left(await undo())).toMatchObject({ _tag: 'CL_INVALID_VALUE', parameter: 'mapped_ptr' })
  })

  it('and svmUnmap each take what is theirs', async () => {
    const world = recorded()
    const { context, queue, buffer } = world
    const mapped = right(await afterwards(world, ready(buffer()).pipe(mapBuffer(queue))))
    const pointer = right(context.svmAlloc({ size: 64 })).at(8)
    const mappedSvm = right(await afterwards(world, ready(pointer).pipe(svmMap(queue))))
    const wrongly = (of: unknown) => ready(of as never)
    expect(left(await afterwards(world, wrongly(mappedSvm).pipe(unmap(queue))))).toMatchObject({
      _tag: 'CL_INVALID_MEM_OBJECT',
      parameter: 'memobj',
    })
    expect(left(await afterwards(world, wrongly(mapped).pipe(svmUnmap(queue))))).toMatchObject({
      _tag: 'CL_INVALID_VALUE',
      parameter: 'svm_ptr',
    })
    expect(right(await afterwards(world, ready(mapped).pipe(unmap(queue)))).value).toBe(mapped.resource)
    expect(right(await afterwards(world, ready(mappedSvm).pipe(svmUnmap(queue)))).value).toBe(pointer)
  })
})

it('maps are emitted in the order of the source, however they end', async () => {
  const { backend, queue, buffer } = recorded({ outOfOrder: true })
  const [first, second] = [buffer(), buffer()]
  const seen: unknown[] = []
  from([first, second])
    .pipe(Flow.lift(), Flow.flatMap(ready), mapBuffer(queue))
    .subscribe((either) => seen.push(right(either).resource))
  await turn()
  const [one, two] = backend.submissions
  backend.settle(two?.event ?? 0)
  expect(seen).toEqual([])
  backend.settle(one?.event ?? 0)
  expect(seen).toHaveLength(2)
  expect(seen[0]).toBe(first)
  expect(seen[1]).toBe(second)
})

describe('a map that nobody waits for any more', () => {
  it('is unmapped when it is complete, for it is out of reach', async () => {
    const { backend, context, queue, buffer } = recorded({ outOfOrder: true })
    const pointer = right(context.svmAlloc({ size: 64 })).at(0)
    const [toBuffer, toPointer] = [
      ready(buffer()).pipe(mapBuffer(queue)).subscribe(),
      ready(pointer).pipe(svmMap(queue)).subscribe(),
    ]
    await turn()
    expect(backend.tags).toEqual(['MapBuffer', 'SvmMap'])
    toBuffer.unsubscribe()
    toPointer.unsubscribe()
    await turn()
    const [map, mapSvm, undo, undoSvm] = backend.submissions
    expect(backend.tags).toEqual(['MapBuffer', 'SvmMap', 'UnmapMemObject', 'SvmUnmap'])
    expect([undo?.waits, undoSvm?.waits]).toEqual([[map?.event], [mapSvm?.event]])
  })

  it('is unmapped where the listener takes fewer than there are', async () => {
    const { backend, queue, buffer } = recorded()
    const [first, second] = [buffer(), buffer()]
    const taken = firstValueFrom(from([first, second]).pipe(Flow.lift(), Flow.flatMap(ready), mapBuffer(queue)))
    await turn()
    backend.settleAll()
    expect(right(await taken)).toMatchObject({ resource: first, isMapped: true })
    await turn()
    expect(backend.submissions.slice(2).map(({ command }) => command)).toMatchObject([
      { _tag: 'UnmapMemObject', memobj: second },
    ])
  })

  it('is unmapped where the source has a defect', async () => {
    const { backend, queue, buffer } = recorded()
    const source$ = new Subject<ClBuffer>()
    const errors: unknown[] = []
    source$.pipe(Flow.lift(), Flow.flatMap(ready), mapBuffer(queue)).subscribe({ error: (error) => errors.push(error) })
    source$.next(buffer())
    await turn()
    source$.error('defect')
    await turn()
    expect(errors).toEqual(['defect'])
    expect(backend.tags).toEqual(['MapBuffer', 'UnmapMemObject'])
  })

  it('stays mapped while another listens', async () => {
    const { backend, queue, buffer } = recorded()
    const map$ = ready(buffer()).pipe(mapBuffer(queue))
    const seen: unknown[] = []
    const leaving = map$.subscribe()
    map$.subscribe((either) => seen.push(either))
    await turn()
    leaving.unsubscribe()
    backend.settleAll()
    await turn()
    expect(seen).toHaveLength(1)
    expect(backend.tags).toEqual(['MapBuffer'])
  })

  it('ends with its context where that is released too', async () => {
    const { backend, context, queue, buffer } = recorded()
    const listening = ready(buffer()).pipe(mapBuffer(queue)).subscribe()
    await turn()
    context.release()
    listening.unsubscribe()
    backend.settleAll()
    await turn()
    expect(backend.tags).toEqual(['MapBuffer'])
    expect(backend.released.filter((what) => what.startsWith('mapping'))).toHaveLength(1)
    expect(backend.released.at(-1)).toBe('context')
  })
})
