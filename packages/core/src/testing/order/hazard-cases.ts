import { of } from 'rxjs'
import {
  Command,
  Flow,
  completed,
  copyBuffer,
  hazardsOf,
  readBuffer,
  ready,
  writeBuffer,
  type ClBuffer,
  type ClCommandQueue,
  type ClEvent,
  type Hazard,
} from '../../index.ts'
import type { Capability } from '../capability.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual, expectThat, right } from '../expect.ts'
import { inContext } from '../in-context.ts'
import { pattern } from '../pattern.ts'
import { pause, single } from '../settle.ts'
import type { Workbench } from '../workbench.ts'
import { gateOf, type Gate } from './gate.ts'
import { follow, type Progress } from './progress.ts'

const draft = drafts('order by what is touched', 'userEvents')
/** On a context that is made without a word about hazards. */
const byDefault = (name: string, body: Draft['body'], ...needs: readonly Capability[]): Draft =>
  draft(name, (bench) => inContext(bench, {}, body), ...needs)
const zeros = new Uint8Array(16)
const data = pattern(16, 98)
const other = pattern(16, 99)

interface Held {
  readonly gate: Gate
  readonly held: Progress<ClBuffer>
}

/** A write that waits for a gate. */
const holdWrite = (bench: Workbench, queue: ClCommandQueue, buffer: ClBuffer): Held => {
  const gate = gateOf(bench)
  const write = of(data).pipe(Flow.lift(), writeBuffer(queue, buffer, { waitFor: [gate.event] }), completed())
  return { gate, held: follow('the held write', write) }
}

const read = (queue: ClCommandQueue, buffer: ClBuffer, offset = 0): Progress<Uint8Array> =>
  follow('the read', ready(buffer).pipe(readBuffer(queue, { offset })))

const expectWaits = async ({ gate, held }: Held, later: Progress<Uint8Array>, expected: Uint8Array): Promise<void> => {
  await pause()
  expectThat(!held.isDone() && !later.isDone(), 'the write and the command that reads its bytes wait')
  gate.open()
  expectBytes('what was read', await later.done, expected)
  await held.done
}

export const HAZARD_ORDER: readonly Draft[] = [
  byDefault(
    'a command on an out-of-order queue waits for an earlier one that writes its bytes',
    async (bench) => {
      const queue = bench.queue({ outOfOrder: true })
      const buffer = await bench.buffer(zeros)
      await expectWaits(holdWrite(bench, queue, buffer), read(queue, buffer), data)
    },
    'outOfOrder',
  ),
  byDefault('a command on another queue waits for an earlier one that writes its bytes', async (bench) => {
    const buffer = await bench.buffer(zeros)
    const held = holdWrite(bench, bench.queue(), buffer)
    await expectWaits(held, read(bench.queue(), buffer), data)
  }),
  byDefault('a command waits for an earlier one that reads what it writes', async (bench) => {
    const [src, dst] = [await bench.buffer(data), await bench.buffer(zeros)]
    const gate = gateOf(bench)
    const copy = ready(src).pipe(copyBuffer(bench.queue(), dst, { waitFor: [gate.event] }), completed())
    const held = follow('the held copy', copy)
    const write = of(other).pipe(Flow.lift(), writeBuffer(bench.queue(), src), completed())
    const later = follow('the write', write)
    await pause()
    expectThat(!held.isDone() && !later.isDone(), 'the copy and the write to its source wait')
    gate.open()
    await Promise.all([held.done, later.done])
    expectBytes('what the copy saw', await bench.contents(dst), data)
    expectBytes('what the write left', await bench.contents(src), other)
  }),
  byDefault(
    'a command on other bytes of the same buffer does not wait',
    async (bench) => {
      const queue = bench.queue({ outOfOrder: true })
      const buffer = await bench.buffer(Uint8Array.from([...zeros, ...other]))
      const { gate, held } = holdWrite(bench, queue, buffer)
      expectBytes('what was read', await read(queue, buffer, 16).done, other)
      expectThat(!held.isDone(), 'the gated write still waits')
      gate.open()
      await held.done
    },
    'outOfOrder',
  ),
  byDefault(
    'a sub-buffer has the bytes of its parent',
    async (bench) => {
      const unit = Math.max(16, bench.device.memBaseAddrAlign)
      const parent = await bench.buffer(new Uint8Array(2 * unit))
      const parts = [bench.subBuffer(parent, 0, unit), bench.subBuffer(parent, unit, 16)] as const
      const held = holdWrite(bench, bench.queue(), parts[1])
      const queue = bench.queue({ outOfOrder: true })
      expectBytes('what the first part holds', await read(queue, parts[0]).done, new Uint8Array(unit))
      expectThat(!held.held.isDone(), 'the gated write still waits')
      await expectWaits(held, read(queue, parent, unit), Uint8Array.from([...data, ...new Uint8Array(unit - 16)]))
    },
    'subBuffers',
    'outOfOrder',
  ),
  byDefault('a command that writes from an array waits for an earlier one that reads into it', async (bench) => {
    const [src, dst] = [await bench.buffer(data), await bench.buffer(zeros)]
    const gate = gateOf(bench)
    const array = new Uint8Array(32)
    const [readQueue, writeQueue] = [bench.queue(), bench.queue()]
    const held = follow(
      'the held read',
      bench
        .enqueue(readQueue, Command.readBuffer({ buffer: src, ptr: array.subarray(8, 24) }), [gate.event])
        .pipe(completed()),
    )
    const write = bench.enqueue(writeQueue, Command.writeBuffer({ buffer: dst, ptr: array.subarray(12, 28) }))
    const later = follow('the write', write.pipe(completed()))
    await pause()
    expectThat(!held.isDone() && !later.isDone(), 'the read and the write from its array wait')
    gate.open()
    await Promise.all([held.done, later.done])
    expectBytes('the destination', await bench.contents(dst), Uint8Array.from([...data.slice(4), ...zeros.slice(0, 4)]))
  }),
  draft("hazards: 'off' lets it run at once", async (bench) =>
    inContext(bench, { hazards: 'off' }, async (own) => {
      const buffer = await own.buffer(zeros)
      const { gate, held } = holdWrite(own, own.queue(), buffer)
      expectBytes('what was read', await read(own.queue(), buffer).done, zeros)
      expectThat(!held.isDone(), 'the gated write still waits')
      gate.open()
      await held.done
    }),
  ),
  draft("hazards: 'report' lets it run at once too, and tells of the pair once", async (bench) =>
    inContext(bench, { hazards: 'report' }, async (own) => {
      const buffer = await own.buffer(zeros)
      const [first, second] = [own.queue(), own.queue()]
      const gate = gateOf(own)
      const found: Hazard[] = []
      const subscription = hazardsOf(own.context).subscribe((hazard) => found.push(hazard))
      const write = own.enqueue(first, Command.writeBuffer({ buffer, ptr: data }), [gate.event])
      const events: ClEvent[] = []
      const noted = write.pipe(
        Flow.map((enqueued) => {
          events.push(enqueued.event)
          return enqueued
        }),
      )
      const held = follow('the held write', noted)
      const later = right(
        'the read',
        await single('the read', own.enqueue(second, Command.readBuffer({ buffer, offset: 4 }))),
      )
      expectThat(!held.isDone(), 'the gated write still waits')
      gate.open()
      await held.done
      subscription.unsubscribe()
      expectEqual('hazards', found.length, 1)
      for (const hazard of found) {
        expectEqual('kind', hazard.kind, 'read after write')
        expectEqual('first', hazard.first.event, events[0])
        expectEqual('second', hazard.second.event, later.event)
        expectEqual('memory', hazard.overlap.memory, buffer)
        expectEqual('start', hazard.overlap.start, 4)
        expectEqual('end', hazard.overlap.end, 16)
      }
    }),
  ),
]
