import { of } from 'rxjs'
import { Command, Flow, barrier, completed, copyBuffer, marker, ready, writeBuffer } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectThat } from '../expect.ts'
import { pattern } from '../pattern.ts'
import { pause, value } from '../settle.ts'
import type { Workbench } from '../workbench.ts'
import { gateOf } from './gate.ts'
import { follow } from './progress.ts'

const inOrder = drafts('order of an in-order queue')
const draft = drafts('markers and barriers', 'outOfOrder', 'userEvents')
const zeros = new Uint8Array(8)
const data = pattern(8, 93)

/** An out-of-order queue with a write that waits for a gate, and two buffers. */
const sceneOf = async (bench: Workbench) => {
  const queue = bench.queue({ outOfOrder: true })
  const gate = gateOf(bench)
  const [first, second] = [await bench.buffer(zeros), await bench.buffer(zeros)]
  const held = of(data).pipe(Flow.lift(), writeBuffer(queue, first, { waitFor: [gate.event] }), completed())
  return { queue, gate, first, second, held: follow('the held write', held) }
}

export const QUEUE_ORDER: readonly Draft[] = [
  inOrder('commands run in the order in which they were enqueued', async (bench) => {
    const queue = bench.queue()
    const buffer = await bench.buffer(new Uint8Array(16))
    const writes = Array.from({ length: 200 }, (_, index) =>
      value(
        'a write',
        bench.enqueue(queue, Command.writeBuffer({ buffer, offset: index % 9, ptr: pattern(8, index) })),
      ),
    )
    await Promise.all(writes)
    const expected = new Uint8Array(16)
    for (let index = 0; index < 200; index += 1) expected.set(pattern(8, index), index % 9)
    expectBytes('the buffer', await bench.contents(buffer), expected)
  }),
  inOrder('a chain of overlapping copies shows every step', async (bench) => {
    const queue = bench.queue()
    const [a, b] = [await bench.buffer(pattern(32, 94)), await bench.buffer(pattern(32, 95))]
    const [expectedA, expectedB] = [pattern(32, 94), pattern(32, 95)]
    const steps = Array.from({ length: 64 }, (_, index) => {
      const [srcOffset, dstOffset] = [(index * 5) % 24, (index * 3) % 24]
      const forth = index % 2 === 0
      const [src, dst] = forth ? [expectedA, expectedB] : [expectedB, expectedA]
      dst.set(src.slice(srcOffset, srcOffset + 8), dstOffset)
      const [srcBuffer, dstBuffer] = forth ? [a, b] : [b, a]
      return value(
        'a copy',
        bench.enqueue(queue, Command.copyBuffer({ srcBuffer, dstBuffer, srcOffset, dstOffset, size: 8 })),
      )
    })
    await Promise.all(steps)
    expectBytes('a', await bench.contents(a), expectedA)
    expectBytes('b', await bench.contents(b), expectedB)
  }),
  inOrder(
    'a command that waits holds the later ones back',
    async (bench) => {
      const queue = bench.queue()
      const gate = gateOf(bench)
      const [first, second] = [await bench.buffer(zeros), await bench.buffer(zeros)]
      const write = of(data).pipe(Flow.lift(), writeBuffer(queue, first, { waitFor: [gate.event] }), completed())
      const held = follow('the write', write)
      const later = follow('the later copy', ready(first).pipe(copyBuffer(queue, second), completed()))
      await pause()
      expectThat(!held.isDone() && !later.isDone(), 'both commands wait')
      gate.open()
      await Promise.all([held.done, later.done])
      expectBytes('the second buffer', await bench.contents(second), data)
    },
    'userEvents',
  ),
  draft('an out-of-order queue does not hold an independent command back', async (bench) => {
    const { queue, gate, second, held } = await sceneOf(bench)
    await bench.run(queue, Command.writeBuffer({ buffer: second, ptr: data }))
    expectThat(!held.isDone(), 'the gated write still waits')
    gate.open()
    await held.done
  }),
  draft('a marker without a list waits for every earlier command', async (bench) => {
    const { queue, gate, held } = await sceneOf(bench)
    const mark = follow('the marker', marker(queue).pipe(completed()))
    await pause()
    expectThat(!mark.isDone(), 'the marker waits for the write before it')
    gate.open()
    await Promise.all([mark.done, held.done])
  }),
  draft('a marker holds later commands back no more than before', async (bench) => {
    const { queue, gate, second, held } = await sceneOf(bench)
    const mark = follow('the marker', marker(queue).pipe(completed()))
    await bench.run(queue, Command.writeBuffer({ buffer: second, ptr: data }))
    expectThat(!mark.isDone(), 'the marker still waits')
    gate.open()
    await Promise.all([mark.done, held.done])
  }),
  draft('a marker with a list waits for its list alone', async (bench) => {
    const { queue, gate, held } = await sceneOf(bench)
    const other = gateOf(bench)
    const mark = follow('the marker', marker(queue, { waitFor: [other.event] }).pipe(completed()))
    await pause()
    expectThat(!mark.isDone(), 'the marker waits for its list')
    other.open()
    await mark.done
    expectThat(!held.isDone(), 'the gated write still waits')
    gate.open()
    await held.done
  }),
  draft('a barrier without a list holds later commands back until every earlier one is complete', async (bench) => {
    const { queue, gate, first, second, held } = await sceneOf(bench)
    const fence = follow('the barrier', barrier(queue).pipe(completed()))
    const copy = follow('the later copy', ready(first).pipe(copyBuffer(queue, second), completed()))
    await pause()
    expectThat(!fence.isDone() && !copy.isDone(), 'the barrier and the copy wait')
    gate.open()
    await Promise.all([held.done, fence.done, copy.done])
    expectBytes('what the copy saw', await bench.contents(second), data)
  }),
  draft(
    'a barrier with a list holds later commands back until its list is complete, whatever came before',
    async (bench) => {
      const { queue, gate, second, held } = await sceneOf(bench)
      const other = gateOf(bench)
      const fence = follow('the barrier', barrier(queue, { waitFor: [other.event] }).pipe(completed()))
      const write = follow('the later write', of(data).pipe(Flow.lift(), writeBuffer(queue, second), completed()))
      await pause()
      expectThat(!fence.isDone() && !write.isDone(), 'the barrier and the later write wait')
      other.open()
      await Promise.all([fence.done, write.done])
      expectThat(!held.isDone(), 'the gated write before the barrier still waits')
      gate.open()
      await held.done
    },
  ),
  draft('a barrier of one queue does not hold another queue back', async (bench) => {
    const { queue, gate, second, held } = await sceneOf(bench)
    const fence = follow('the barrier', barrier(queue).pipe(completed()))
    await bench.run(bench.queue({ outOfOrder: true }), Command.writeBuffer({ buffer: second, ptr: data }))
    expectThat(!fence.isDone(), 'the barrier still waits')
    gate.open()
    await Promise.all([held.done, fence.done])
  }),
]
