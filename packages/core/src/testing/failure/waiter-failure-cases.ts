import { of } from 'rxjs'
import {
  Command,
  Flow,
  completed,
  copyBuffer,
  readBuffer,
  readImage,
  ready,
  svmMemcpy,
  writeBuffer,
  RGBA8,
  type ClError,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual, expectError, fail, left } from '../expect.ts'
import { gateOf } from '../order/gate.ts'
import { pattern } from '../pattern.ts'
import { refused, single, value } from '../settle.ts'
import { WAIT_LIST_ERROR } from './wait-list-error.ts'

const draft = drafts('failure of what is waited for', 'userEvents')
const before = pattern(16, 101)
const data = pattern(16, 102)

/** The failure at the end of the chain of causes. */
const rootOf = (error: ClError): ClError => (error.cause === undefined ? error : rootOf(error.cause))

const STATUSES: readonly (readonly [number, string])[] = [
  [-5, 'CL_OUT_OF_RESOURCES'],
  [-4, 'CL_MEM_OBJECT_ALLOCATION_FAILURE'],
  [-14, 'CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST'],
  [-99_999, 'CL_UNNAMED_STATUS'],
  [-2_147_483_648, 'CL_UNNAMED_STATUS'],
]

export const WAITER_FAILURE: readonly Draft[] = [
  ...STATUSES.map(([status, code]) =>
    draft(`a user event that fails with ${status} fails its waiter, with ${code} as the cause`, async (bench) => {
      const queue = bench.queue()
      const gate = gateOf(bench)
      const [src, dst] = [await bench.buffer(data), await bench.buffer(before)]
      const copy = ready(src).pipe(copyBuffer(queue, dst, { waitFor: [gate.event] }), completed())
      const result = refused('the copy', copy, { ...WAIT_LIST_ERROR, command: 'CopyBuffer' })
      gate.fail(status)
      const { cause } = await result
      if (cause === undefined) return fail('the failure of the copy has no cause')
      expectError('the cause', cause, { code, status })
      expectBytes('the destination', await bench.contents(dst), before)
    }),
  ),
  draft('an event that has failed before fails what is enqueued afterwards', async (bench) => {
    const queue = bench.queue()
    const gate = gateOf(bench)
    gate.fail(-5)
    const [src, dst] = [await bench.buffer(data), await bench.buffer(before)]
    const copy = ready(src).pipe(copyBuffer(queue, dst, { waitFor: [gate.event] }), completed())
    const { cause } = await refused('the copy', copy, WAIT_LIST_ERROR)
    expectEqual('the status of the cause', cause?.status, -5)
    expectBytes('the destination', await bench.contents(dst), before)
  }),
  draft(
    'a failure passes through a chain on two queues, and its root is the cause',
    async (bench) => {
      const queues = [bench.queue({ outOfOrder: true }), bench.queue({ outOfOrder: true })] as const
      const gate = gateOf(bench)
      const buffers = [await bench.buffer(before), await bench.buffer(before), await bench.buffer(before)] as const
      const chain = of(data).pipe(
        Flow.lift(),
        writeBuffer(queues[0], buffers[0], { waitFor: [gate.event] }),
        copyBuffer(queues[1], buffers[1]),
        copyBuffer(queues[0], buffers[2]),
        completed(),
      )
      const result = refused('the chain', chain, { ...WAIT_LIST_ERROR, command: 'CopyBuffer' })
      gate.fail(-5)
      expectEqual('the status of the root', rootOf(await result).status, -5)
      for (const buffer of buffers) expectBytes('a buffer of the chain', await bench.contents(buffer), before)
    },
    'outOfOrder',
  ),
  draft(
    'one failure among many events is enough',
    async (bench) => {
      const queue = bench.queue({ outOfOrder: true })
      const gates = [gateOf(bench), gateOf(bench), gateOf(bench)] as const
      const [src, dst] = [await bench.buffer(data), await bench.buffer(before)]
      const waitFor = gates.map(({ event }) => event)
      const result = refused(
        'the copy',
        ready(src).pipe(copyBuffer(queue, dst, { waitFor }), completed()),
        WAIT_LIST_ERROR,
      )
      gates[0].open()
      gates[2].open()
      gates[1].fail(-6)
      expectEqual('the status of the cause', (await result).cause?.status, -6)
      expectBytes('the destination', await bench.contents(dst), before)
    },
    'outOfOrder',
  ),
  draft('a read whose event fails gives the Left and no bytes', async (bench) => {
    const queue = bench.queue()
    const gate = gateOf(bench)
    const src = await bench.buffer(data)
    const result = refused('the read', ready(src).pipe(readBuffer(queue, { waitFor: [gate.event] })), {
      ...WAIT_LIST_ERROR,
      command: 'ReadBuffer',
    })
    gate.fail(-5)
    await result
  }),
  draft('host memory of a failed read is untouched', async (bench) => {
    const queue = bench.queue()
    const gate = gateOf(bench)
    const host = before.slice()
    const read = bench.enqueue(queue, Command.readBuffer({ buffer: await bench.buffer(data), ptr: host }), [gate.event])
    const result = refused('the read', read.pipe(completed()), WAIT_LIST_ERROR)
    gate.fail(-5)
    await result
    expectBytes('the host memory', host, before)
  }),
  draft(
    'a failed readImage gives the Left',
    async (bench) => {
      const gate = gateOf(bench)
      const image = await bench.image({ type: '2D', format: RGBA8, width: 2, height: 2 }, data)
      const read = ready(image).pipe(readImage(bench.queue(), { waitFor: [gate.event] }))
      const result = refused('the read', read, { ...WAIT_LIST_ERROR, command: 'ReadImage' })
      gate.fail(-5)
      await result
    },
    '2D images',
  ),
  draft(
    'a failed blocking svmMemcpy gives the Left and touches nothing',
    async (bench) => {
      const gate = gateOf(bench)
      const memory = await bench.svm(before)
      const copy = of(data).pipe(
        Flow.lift(),
        svmMemcpy(bench.queue(), memory.at(0), { blocking: true, waitFor: [gate.event] }),
      )
      const result = refused('the copy', copy, { ...WAIT_LIST_ERROR, command: 'SvmMemcpy' })
      gate.fail(-5)
      await result
      expectBytes('the memory', await bench.contents(memory), before)
    },
    'svm',
  ),
  draft('the status of a user event is set once', async (bench) => {
    const gate = gateOf(bench)
    gate.open()
    expectEqual('its status', gate.event.status, 0)
    const again = left('a second complete', gate.event.complete())
    expectError('a second complete', again, { code: 'CL_INVALID_OPERATION', origin: 'validation' })
    const late = left('a late fail', gate.event.fail(-5))
    expectError('a late fail', late, { code: 'CL_INVALID_OPERATION', origin: 'validation' })
    expectEqual('its status', gate.event.status, 0)
  }),
  draft('a user event fails with a negative number only, and waits on after a refusal', async (bench) => {
    const gate = gateOf(bench)
    for (const status of [0, 1, -0.5, Number.NaN, -(2 ** 31) - 1])
      expectError(`fail(${status})`, left(`fail(${status})`, gate.event.fail(status)), {
        code: 'CL_INVALID_VALUE',
        origin: 'validation',
      })
    const [src, dst] = [await bench.buffer(data), await bench.buffer(before)]
    const copy = single(
      'the copy',
      ready(src).pipe(copyBuffer(bench.queue(), dst, { waitFor: [gate.event] }), completed()),
    )
    gate.open()
    await copy
    expectBytes('the destination', await bench.contents(dst), data)
    await value('the next copy', ready(src).pipe(copyBuffer(bench.queue(), dst), completed()))
  }),
]
