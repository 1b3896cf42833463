import { of } from 'rxjs'
import { Command, Flow, barrier, completed, copyBuffer, marker, ready, writeBuffer } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes } from '../expect.ts'
import { gateOf } from '../order/gate.ts'
import { pattern } from '../pattern.ts'
import { refused, value } from '../settle.ts'
import type { Workbench } from '../workbench.ts'
import { WAIT_LIST_ERROR } from './wait-list-error.ts'

const draft = drafts('queues after a failure', 'userEvents')
const before = pattern(16, 111)
const data = pattern(16, 112)

/** A write that is about to fail. */
const failing = async (bench: Workbench, outOfOrder: boolean) => {
  const queue = bench.queue({ outOfOrder })
  const gate = gateOf(bench)
  const [first, second] = [await bench.buffer(before), await bench.buffer(before)]
  const write = of(data).pipe(Flow.lift(), writeBuffer(queue, first, { waitFor: [gate.event] }), completed())
  return { queue, gate, first, second, failed: refused('the write', write, WAIT_LIST_ERROR) }
}

export const QUEUE_FAILURE: readonly Draft[] = [
  draft('an in-order queue fails what was enqueued behind a failed command', async (bench) => {
    const { queue, gate, first, second, failed } = await failing(bench, false)
    const copy = ready(first).pipe(copyBuffer(queue, second), completed())
    const later = refused('the later copy', copy, WAIT_LIST_ERROR)
    const mark = refused('the marker', marker(queue).pipe(completed()), WAIT_LIST_ERROR)
    gate.fail(-5)
    await Promise.all([failed, later, mark])
    expectBytes('the destination of the later copy', await bench.contents(second), before)
  }),
  draft('an in-order queue takes commands again once the failure is known', async (bench) => {
    const { queue, gate, first, second, failed } = await failing(bench, false)
    gate.fail(-5)
    await failed
    await bench.run(queue, Command.writeBuffer({ buffer: first, ptr: data }))
    await value('the next copy', ready(first).pipe(copyBuffer(queue, second), completed()))
    expectBytes('the destination', await bench.contents(second), data)
  }),
  draft(
    'an out-of-order queue runs what does not wait for the failed command',
    async (bench) => {
      const { queue, gate, first, second, failed } = await failing(bench, true)
      const independent = of(data).pipe(Flow.lift(), writeBuffer(queue, second), completed())
      const written = value('the independent write', independent)
      gate.fail(-5)
      await Promise.all([failed, written])
      expectBytes('what failed', await bench.contents(first), before)
      expectBytes('what did not', await bench.contents(second), data)
      await bench.run(queue, Command.copyBuffer({ srcBuffer: second, dstBuffer: first }))
      expectBytes('the next copy', await bench.contents(first), data)
    },
    'outOfOrder',
  ),
  draft(
    'a marker without a list on an out-of-order queue is complete after a failure',
    async (bench) => {
      const { queue, gate, failed } = await failing(bench, true)
      const mark = value('the marker', marker(queue).pipe(completed()))
      gate.fail(-5)
      await Promise.all([failed, mark])
    },
    'outOfOrder',
  ),
  draft(
    'a barrier without a list on an out-of-order queue lets later commands run after a failure',
    async (bench) => {
      const { queue, gate, second, failed } = await failing(bench, true)
      const fence = value('the barrier', barrier(queue).pipe(completed()))
      const later = value('the later write', of(data).pipe(Flow.lift(), writeBuffer(queue, second), completed()))
      gate.fail(-5)
      await Promise.all([failed, fence, later])
      expectBytes('the later write', await bench.contents(second), data)
    },
    'outOfOrder',
  ),
  draft(
    'a marker whose list fails fails',
    async (bench) => {
      const queue = bench.queue({ outOfOrder: true })
      const gate = gateOf(bench)
      const mark = refused('the marker', marker(queue, { waitFor: [gate.event] }).pipe(completed()), {
        ...WAIT_LIST_ERROR,
        command: 'Marker',
      })
      gate.fail(-5)
      await mark
      await value('the next marker', marker(queue).pipe(completed()))
    },
    'outOfOrder',
  ),
]
