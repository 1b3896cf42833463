import { defer, from, of, tap } from 'rxjs'
import {
  Flow,
  completed,
  copyBuffer,
  readBuffer,
  writeBuffer,
  type ClEvent,
  type Enqueued,
  type HostData,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual, right } from '../expect.ts'
import { pattern } from '../pattern.ts'
import { collect, value } from '../settle.ts'
import { gateOf } from './gate.ts'

const draft = drafts('order in graphs', 'outOfOrder')
const data = pattern(8, 92)

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))

/** Notes the events that pass. */
const noting =
  (events: Set<ClEvent>) =>
  <Err, A>(flow: Flow<Err, Enqueued<A>>): Flow<Err, Enqueued<A>> =>
    flow.pipe(
      Flow.map((enqueued) => {
        events.add(enqueued.event)
        return enqueued
      }),
    )

export const GRAPH_ORDER: readonly Draft[] = [
  draft(
    'a diamond enqueues its top once and joins both branches',
    async (bench) => {
      const queue = bench.queue({ outOfOrder: true })
      const gate = gateOf(bench)
      const [top, both] = [await bench.buffer(new Uint8Array(8)), await bench.buffer(new Uint8Array(16))]
      let subscriptions = 0
      const source = defer(() => {
        subscriptions += 1
        return of<HostData>(data)
      }).pipe(Flow.lift())
      const tops = new Set<ClEvent>()
      const written = source.pipe(writeBuffer(queue, top, { waitFor: [gate.event] }))
      const seen = written.pipe(noting(tops))
      const lower = written.pipe(copyBuffer(queue, both))
      const upper = written.pipe(copyBuffer(queue, both, { dstOffset: 8, waitFor: [seen] }))
      const result = value(
        'the diamond',
        Flow.combineLatest([lower, upper]).pipe(
          Flow.map(({ event, value: [buffer] }) => ({ event, value: buffer })),
          readBuffer(queue),
        ),
      )
      gate.open()
      expectBytes('both halves', await result, joined(data, data))
      expectEqual('subscriptions of the source', subscriptions, 1)
      expectEqual('events of the top', tops.size, 1)
    },
    'userEvents',
  ),
  draft('flows on several queues join before one command', async (bench) => {
    const queues = [0, 1, 2].map(() => bench.queue({ outOfOrder: true }))
    const parts = queues.map((_, index) => pattern(8, index))
    const [src, dst] = [await bench.buffer(new Uint8Array(24)), await bench.buffer(new Uint8Array(24))]
    const writes = queues.map((queue, index) =>
      of<HostData>(parts[index] ?? data).pipe(Flow.lift(), writeBuffer(queue, src, { offset: index * 8 })),
    )
    const flow = Flow.combineLatest(writes).pipe(
      Flow.map(({ event }) => ({ event, value: src })),
      copyBuffer(queues[0] ?? bench.queue(), dst),
      completed(),
    )
    await value('the join', flow)
    expectBytes('the destination', await bench.contents(dst), joined(...parts))
  }),
  draft('every branch of a graph sees every frame: three frames through three commands are nine', async (bench) => {
    const queue = bench.queue({ outOfOrder: true })
    const [top, a, b] = [await bench.buffer(8), await bench.buffer(8), await bench.buffer(8)]
    const frames = [pattern(8, 1), pattern(8, 2), pattern(8, 3)]
    const events = new Set<ClEvent>()
    const written = from(frames).pipe(Flow.lift(), writeBuffer(queue, top))
    const first = written.pipe(copyBuffer(queue, a))
    const second = first.pipe(copyBuffer(queue, b))
    const zipped = Flow.zip([second.pipe(noting(events)), written.pipe(noting(events)), first.pipe(noting(events))])
    const results = await collect(zipped)
    for (const result of results) right('a zipped result', result)
    expectEqual('zipped results', results.length, 3)
    expectEqual('commands', events.size, 9)
  }),
  draft('a shared flow enqueues once however many listen, and runs anew after its end', async (bench) => {
    const queue = bench.queue({ outOfOrder: true })
    const buffer = await bench.buffer(8)
    const events = new Set<ClEvent>()
    const written = of(data).pipe(
      Flow.lift(),
      writeBuffer(queue, buffer),
      tap((result) => events.add(right('the write', result).event)),
    )
    const shared = of(data).pipe(Flow.lift(), writeBuffer(queue, buffer))
    const seen = await Promise.all([0, 1, 2].map(() => value('the shared flow', shared)))
    expectEqual('events of three listeners', new Set(seen.map(({ event }) => event)).size, 1)
    await collect(written)
    await collect(written)
    expectEqual('events of two runs', events.size, 2)
  }),
]
