import { Subject, map, of, take, tap, timer } from 'rxjs'
import {
  Command,
  Flow,
  completed,
  copyBuffer,
  readBuffer,
  ready,
  writeBuffer,
  type ClBuffer,
  type ClError,
  type ClEvent,
  type Enqueued,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual, expectThat } from '../expect.ts'
import { pattern } from '../pattern.ts'
import { collect, pause, value } from '../settle.ts'
import { gateOf } from './gate.ts'

const draft = drafts('order by wait lists')
const gated = drafts('order by wait lists', 'userEvents')

const zeros = new Uint8Array(16)
const data = pattern(16, 91)

export const WAIT_LIST_ORDER: readonly Draft[] = [
  ...[false, true].map((outOfOrder) =>
    gated(
      `nothing moves before a user event is complete, on an ${outOfOrder ? 'out-of-order' : 'in-order'} queue`,
      async (bench) => {
        const queue = bench.queue({ outOfOrder })
        const gate = gateOf(bench)
        const [src, dst] = [await bench.buffer(data), await bench.buffer(zeros)]
        let event: ClEvent | undefined
        const flow = ready(src).pipe(
          copyBuffer(queue, dst, { waitFor: [gate.event] }),
          Flow.map((enqueued) => {
            event = enqueued.event
            return enqueued
          }),
        )
        const done = value('the copy', flow.pipe(completed()))
        await pause()
        expectThat(event !== undefined, 'the copy is enqueued while it waits')
        expectThat((event?.status ?? 0) > 1, `the copy waits, so its status is above 1, got ${event?.status}`)
        expectBytes('the destination before', await bench.contents(dst), zeros)
        gate.open()
        await done
        expectEqual('the status afterwards', event?.status, 0)
        expectBytes('the destination afterwards', await bench.contents(dst), data)
      },
      ...(outOfOrder ? (['outOfOrder'] as const) : []),
    ),
  ),
  draft(
    'a chain that alternates between two out-of-order queues runs in its order',
    async (bench) => {
      const queues = [bench.queue({ outOfOrder: true }), bench.queue({ outOfOrder: true })] as const
      const buffer = await bench.buffer(new Uint8Array(8 * 41))
      let flow: Flow<ClError, Enqueued<ClBuffer>> = of(data.subarray(0, 8)).pipe(
        Flow.lift(),
        writeBuffer(queues[0], buffer),
      )
      for (let step = 0; step < 40; step += 1) {
        const queue = queues[step % 2 === 0 ? 1 : 0]
        flow = flow.pipe(copyBuffer(queue, buffer, { srcOffset: step * 8, dstOffset: step * 8 + 8, size: 8 }))
      }
      await value('the chain', flow.pipe(completed()))
      expectBytes('the last link', (await bench.contents(buffer)).slice(320), data.slice(0, 8))
    },
    'outOfOrder',
  ),
  draft(
    'a chain of 1,000 copies runs in its order',
    async (bench) => {
      const queue = bench.queue({ outOfOrder: true })
      const buffer = await bench.buffer(new Uint8Array(4 * 1001))
      await bench.run(queue, Command.writeBuffer({ buffer, ptr: data.subarray(0, 4) }))
      let flow: Flow<ClError, Enqueued<ClBuffer>> = ready(buffer)
      for (let step = 0; step < 1000; step += 1)
        flow = flow.pipe(copyBuffer(queue, buffer, { srcOffset: step * 4, dstOffset: step * 4 + 4, size: 4 }))
      expectBytes(
        'the last link',
        await value('the chain', flow.pipe(readBuffer(queue, { offset: 4000 }))),
        data.slice(0, 4),
      )
    },
    'outOfOrder',
  ),
  gated(
    'events, flows and other observables in one wait list are all waited for',
    async (bench) => {
      const queue = bench.queue({ outOfOrder: true })
      const gates = [gateOf(bench), gateOf(bench)] as const
      const [a, b, dst] = [await bench.buffer(zeros), await bench.buffer(zeros), await bench.buffer(zeros)]
      const written = of(data).pipe(Flow.lift(), writeBuffer(queue, a, { waitFor: [gates[0].event] }))
      const flow = ready(b).pipe(copyBuffer(queue, dst, { waitFor: [written, gates[1].event, timer(5)] }), completed())
      let isDone = false
      const done = value('the copy', flow.pipe(tap(() => (isDone = true))))
      await pause()
      expectThat(!isDone, 'the copy waits for both gates')
      gates[1].open()
      await pause()
      expectThat(!isDone, 'the copy waits for the flow')
      gates[0].open()
      await done
      expectBytes('what the flow wrote', await bench.contents(a), data)
    },
    'outOfOrder',
  ),
  draft('another observable holds a command back until it emits', async (bench) => {
    const queue = bench.queue()
    const [src, dst] = [await bench.buffer(data), await bench.buffer(zeros)]
    const dependency = new Subject<string>()
    let isEnqueued = false
    const copy = ready(src).pipe(
      copyBuffer(queue, dst, { waitFor: [dependency] }),
      tap(() => (isEnqueued = true)),
      completed(),
    )
    const done = value('the copy', copy)
    await pause()
    expectThat(!isEnqueued, 'the command is not enqueued before the observable emits')
    expectBytes('the destination before', await bench.contents(dst), zeros)
    dependency.next('now')
    dependency.complete()
    await done
    expectBytes('the destination afterwards', await bench.contents(dst), data)
  }),
  draft('an observable that completes without a value lets no command through', async (bench) => {
    const queue = bench.queue()
    const [src, dst] = [await bench.buffer(data), await bench.buffer(zeros)]
    const never = timer(1).pipe(
      take(0),
      map(() => 0),
    )
    const results = await collect(ready(src).pipe(copyBuffer(queue, dst, { waitFor: [never] })))
    expectEqual('how many results', results.length, 0)
    expectBytes('the destination', await bench.contents(dst), zeros)
  }),
  gated('an event that is complete holds nothing back', async (bench) => {
    const queue = bench.queue()
    const gate = gateOf(bench)
    gate.open()
    const [src, dst] = [await bench.buffer(data), await bench.buffer(zeros)]
    await value('the copy', ready(src).pipe(copyBuffer(queue, dst, { waitFor: [gate.event] }), completed()))
    expectBytes('the destination', await bench.contents(dst), data)
  }),
]
