import * as E from 'fp-ts/lib/Either.js'
import { of, take } from 'rxjs'
import { describe, expect, it } from 'vitest'
import {
  copyBuffer,
  Flow,
  pull,
  readBuffer,
  readImage,
  ready,
  RGBA8,
  ring,
  writeBuffer,
  type ClBuffer,
} from '../../../src/index.ts'
import { bytes, recorded, right, turn } from '../fixture.ts'

describe('a slot that commands use', () => {
  /** One slot of two buffers, and a queue whose commands settle when the test says so. */
  const scene = () => {
    const { backend, context, queue } = recorded()
    const slots = right(
      ring(1, () =>
        E.right({ a: right(context.createBuffer({ size: 4 })), b: right(context.createBuffer({ size: 4 })) }),
      ),
    )
    const started: number[] = []
    return { backend, context, queue, slots, started }
  }

  it('is free when the commands of its frame have settled', async () => {
    const { backend, queue, slots, started } = scene()
    const project = slots.use(({ a }, frame: Uint8Array, index) => {
      started.push(index)
      return of(frame).pipe(Flow.lift(), writeBuffer(queue, a))
    })
    pull([bytes(1), bytes(2)], project, { inFlight: 2 }).subscribe()
    await turn()
    expect(started).toEqual([0])
    backend.settleAll()
    await turn()
    expect(started).toEqual([0, 1])
  })

  it('is not free while a reader still runs, though the flow of its frame has ended', async () => {
    const { backend, queue, slots, started } = scene()
    const project = slots.use(({ a, b }, frame: Uint8Array, index) => {
      started.push(index)
      const written$ = of(frame).pipe(Flow.lift(), writeBuffer(queue, a))
      // Ends with the Enqueued of the copy, which still has to run.
      return written$.pipe(copyBuffer(queue, b), take(1))
    })
    pull([bytes(1), bytes(2)], project, { inFlight: 2 }).subscribe()
    await turn()
    const [write, copy] = backend.submissions
    expect(backend.tags).toEqual(['WriteBuffer', 'CopyBuffer'])
    backend.settle(write?.event ?? 0)
    await turn()
    expect(started).toEqual([0])
    backend.settle(copy?.event ?? 0)
    await turn()
    expect(started).toEqual([0, 1])
  })

  it('is not free while what was enqueued runs, though its frame was unsubscribed', async () => {
    const { backend, queue, slots, started } = scene()
    const use = slots.use(({ a }, frame: Uint8Array, index) => {
      started.push(index)
      return of(frame).pipe(Flow.lift(), writeBuffer(queue, a))
    })
    const subscription = use(bytes(1), 0).subscribe()
    await turn()
    subscription.unsubscribe()
    use(bytes(2), 1).subscribe()
    expect(started).toEqual([0])
    backend.settleAll()
    expect(started).toEqual([0, 1])
  })

  it('is free again when the commands have failed', async () => {
    const { backend, queue, slots, started } = scene()
    const project = slots.use(({ a }, frame: Uint8Array, index) => {
      started.push(index)
      return of(frame).pipe(Flow.lift(), writeBuffer(queue, a), readBuffer(queue))
    })
    const seen: unknown[] = []
    pull([bytes(1), bytes(2)], project, { inFlight: 2 }).subscribe((either) => seen.push(either))
    await turn()
    const [write, read] = backend.submissions
    backend.settle({ event: write?.event ?? 0, status: -5 })
    expect(started).toEqual([0])
    backend.settle({ event: read?.event ?? 0, status: -14, cause: write?.event ?? 0 })
    expect(started).toEqual([0, 1])
    expect(seen).toMatchObject([{ left: { status: -14, cause: { _tag: 'CL_OUT_OF_RESOURCES' } } }])
  })

  it.each(['a sub-buffer', 'an image over the buffer'])('is in use by commands on %s', async (part) => {
    const { backend, context, queue } = recorded()
    const slots = right(ring(1, () => context.createBuffer({ size: 1024 })))
    const started: number[] = []
    const read = (slot: ClBuffer): Flow<unknown, unknown> =>
      part === 'a sub-buffer'
        ? ready(right(slot.createSubBuffer({ origin: 128, size: 4 }))).pipe(readBuffer(queue), take(1))
        : ready(right(context.createImage({ type: '1D_BUFFER', format: RGBA8, width: 1, buffer: slot }))).pipe(
            readImage(queue),
          )
    const use = slots.use((slot, _frame: number, index) => {
      started.push(index)
      return read(slot)
    })
    const subscription = use(0, 0).subscribe()
    await turn()
    subscription.unsubscribe()
    use(1, 1).subscribe()
    expect(started).toEqual([0])
    backend.settleAll()
    expect(started).toEqual([0, 1])
  })

  it('is free though commands run that use other memory of its context', async () => {
    const { context, queue, slots, started } = scene()
    const elsewhere = right(context.createBuffer({ size: 4 }))
    const use = slots.use((_slot, frame: Uint8Array, index) => {
      started.push(index)
      return of(frame).pipe(Flow.lift(), writeBuffer(queue, elsewhere), take(1))
    })
    use(bytes(1), 0).subscribe()
    await turn()
    use(bytes(2), 1).subscribe()
    await turn()
    expect(started).toEqual([0, 1])
  })
})
