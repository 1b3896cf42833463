import * as E from 'fp-ts/lib/Either.js'
import { from, of } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { copyBuffer, Flow, readBuffer, ready, writeBuffer } from '../../src/index.ts'
import { type Buffers, bytes, recorded, turn } from './fixture.ts'

const data = bytes(1, 2, 3, 4)

describe('a flow carries enqueued values', () => {
  it('submits n chained commands in one batch, before the first completes', async () => {
    const { backend, queue, buffer } = recorded()
    let flow: Buffers = of(data).pipe(Flow.lift(), writeBuffer(queue, buffer()))
    for (let i = 0; i < 9; i += 1) flow = flow.pipe(copyBuffer(queue, buffer()))
    const seen: unknown[] = []
    flow.subscribe((either) => seen.push(either))
    await turn()
    expect(backend.batches.map((batch) => batch.length)).toEqual([10])
    expect(seen).toHaveLength(1)
  })

  it('puts upstream events on the wait list of an out-of-order queue', async () => {
    const { backend, queue, buffer } = recorded({ outOfOrder: true })
    of(data).pipe(Flow.lift(), writeBuffer(queue, buffer()), copyBuffer(queue, buffer())).subscribe()
    await turn()
    const [write, copy] = backend.submissions
    expect(write?.waits).toEqual([])
    expect(copy?.waits).toEqual([write?.event])
  })

  it('leaves out the waits that an in-order queue implies', async () => {
    const { backend, queue, buffer } = recorded()
    of(data).pipe(Flow.lift(), writeBuffer(queue, buffer()), copyBuffer(queue, buffer())).subscribe()
    await turn()
    expect(backend.submissions.map(({ waits }) => waits)).toEqual([[], []])
  })

  it('emits what a read brings only when it has come', async () => {
    const { backend, queue, buffer } = recorded()
    const seen: unknown[] = []
    ready(buffer())
      .pipe(readBuffer(queue, { size: 4 }))
      .subscribe((either) => seen.push(either))
    await turn()
    expect(seen).toEqual([])
    backend.settleAll()
    expect(seen).toEqual([E.right(new Uint8Array(4))])
  })

  it('emits reads in the order of their sources, however they end', async () => {
    const { backend, queue, buffer } = recorded({ outOfOrder: true })
    const sizes: number[] = []
    from([buffer(4), buffer(8)])
      .pipe(Flow.lift(), Flow.flatMap(ready), readBuffer(queue))
      .subscribe((either) => E.isRight(either) && sizes.push(either.right.length))
    await turn()
    const [first, second] = backend.submissions
    backend.settle(second?.event ?? 0)
    expect(sizes).toEqual([])
    backend.settle(first?.event ?? 0)
    expect(sizes).toEqual([4, 8])
  })
})
