import { of } from 'rxjs'
import {
  Command,
  Flow,
  RGBA8,
  completed,
  enqueue,
  mapBuffer,
  mapImage,
  memObjectInfo,
  ready,
  svmFree,
  svmMap,
  svmMemFill,
  svmUnmap,
  unmap,
  type ClBuffer,
  type ClImage,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectGone, unmapped } from '../data/mapped.ts'
import { expectBytes, expectEqual, expectTypeError, right } from '../expect.ts'
import { gateOf } from '../order/gate.ts'
import { pattern } from '../pattern.ts'
import { pause, refused, value } from '../settle.ts'
import { WAIT_LIST_ERROR } from './wait-list-error.ts'

const draft = drafts('failure of maps', 'userEvents')
const bytes = pattern(16, 351)

const expectUnmapped = (memobj: ClBuffer | ClImage): void =>
  expectEqual('maps that are outstanding', right('memObjectInfo', memObjectInfo(memobj)).mapCount, 0)

export const MAP_FAILURE: readonly Draft[] = [
  draft('a map of a buffer whose event fails is a Left and leaves nothing mapped', async (bench) => {
    const queue = bench.queue()
    const gate = gateOf(bench)
    const buffer = await bench.buffer(bytes)
    const map = ready(buffer).pipe(mapBuffer(queue, { waitFor: [gate.event] }))
    const result = refused('the map', map, { ...WAIT_LIST_ERROR, command: 'MapBuffer' })
    gate.fail(-5)
    expectEqual('the status of the cause', (await result).cause?.status, -5)
    expectUnmapped(buffer)
    // To write: that conflicts with any map that is left.
    const mapped = await value('the next map', ready(buffer).pipe(mapBuffer(queue, { mapFlags: ['WRITE'] })))
    mapped.bytes.fill(7)
    await unmapped(queue, mapped)
    expectBytes('the buffer', await bench.contents(buffer), new Uint8Array(16).fill(7))
  }),
  draft(
    'a map of an image whose event fails is a Left and leaves nothing mapped',
    async (bench) => {
      const queue = bench.queue()
      const gate = gateOf(bench)
      const image = await bench.image({ type: '2D', format: RGBA8, width: 2, height: 2 }, bytes)
      const map = ready(image).pipe(mapImage(queue, { waitFor: [gate.event] }))
      const result = refused('the map', map, { ...WAIT_LIST_ERROR, command: 'MapImage' })
      gate.fail(-5)
      await result
      expectUnmapped(image)
      const mapped = await value('the next map', ready(image).pipe(mapImage(queue)))
      await unmapped(queue, mapped)
      expectBytes('the image', await bench.contents(image), bytes)
    },
    '2D images',
  ),
  draft(
    'a map of shared virtual memory whose event fails is a Left and leaves nothing mapped',
    async (bench) => {
      const queue = bench.queue()
      const gate = gateOf(bench)
      const memory = await bench.svm(bytes)
      const map = ready(memory.at(0)).pipe(svmMap(queue, { waitFor: [gate.event] }))
      const result = refused('the map', map, { ...WAIT_LIST_ERROR, command: 'SvmMap' })
      gate.fail(-5)
      await result
      const mapped = await value('the next map', ready(memory.at(4)).pipe(svmMap(queue)))
      expectBytes('the mapped bytes', mapped.bytes, bytes.slice(4))
      await value('svmUnmap', of(mapped).pipe(Flow.lift(), svmUnmap(queue), completed()))
    },
    'svm',
  ),
  draft('a mapping gives no bytes before its map is complete, and counts from the enqueueing', async (bench) => {
    const queue = bench.queue()
    const gate = gateOf(bench)
    const buffer = await bench.buffer(bytes)
    const map = bench.enqueue(queue, Command.mapBuffer({ buffer, mapFlags: ['WRITE'] }), [gate.event])
    const other = bench.enqueue(bench.queue(), Command.mapBuffer({ buffer, mapFlags: ['READ'] }))
    const done = value('the map', map.pipe(completed()))
    await pause()
    expectEqual('maps that are outstanding', right('memObjectInfo', memObjectInfo(buffer)).mapCount, 1)
    await refused('a map that conflicts', other, { code: 'CL_INVALID_OPERATION', parameter: 'buffer' })
    gate.open()
    await done
    expectEqual('maps that are outstanding', right('memObjectInfo', memObjectInfo(buffer)).mapCount, 1)
  }),
  draft('a mapping whose map waits throws when its bytes are asked for', async (bench) => {
    const queue = bench.queue()
    const gate = gateOf(bench)
    const buffer = await bench.buffer(bytes)
    const states: boolean[] = []
    const map = enqueue(queue, Command.mapBuffer({ buffer }), { waitFor: [gate.event] }).pipe(
      Flow.map((enqueued) => {
        states.push(enqueued.value.isMapped)
        expectTypeError('bytes before the map is complete', () => enqueued.value.bytes)
        return enqueued
      }),
      completed(),
    )
    const done = value('the map', map)
    await pause()
    gate.open()
    const mapped = await done
    expectEqual('isMapped when the map is enqueued', states.join(), 'false')
    expectEqual('isMapped when it is complete', mapped.isMapped, true)
    expectBytes('the mapped bytes', mapped.bytes, bytes)
    await unmapped(queue, mapped)
  }),
  draft('a chain of a map that fails and its unmap leaves nothing mapped and the bytes as they were', async (bench) => {
    const queue = bench.queue()
    const gate = gateOf(bench)
    const buffer = await bench.buffer(bytes)
    const map = enqueue(queue, Command.mapBuffer({ buffer }), { waitFor: [gate.event] })
    const chain = map.pipe(unmap(queue), completed())
    const result = refused('the chain', chain, WAIT_LIST_ERROR)
    await pause()
    expectUnmapped(buffer)
    gate.fail(-5)
    await result
    expectBytes('the buffer', await bench.contents(buffer), bytes)
    await unmapped(queue, await value('the next map', ready(buffer).pipe(mapBuffer(queue))))
  }),
  draft('an unmap that fails ends its mapping all the same', async (bench) => {
    const queue = bench.queue()
    const gate = gateOf(bench)
    const buffer = await bench.buffer(bytes)
    const mapped = await value('the map', ready(buffer).pipe(mapBuffer(queue, { mapFlags: ['READ'] })))
    const seen = mapped.bytes
    const end = of(mapped).pipe(Flow.lift(), unmap(queue, { waitFor: [gate.event] }), completed())
    const result = refused('the unmap', end, { ...WAIT_LIST_ERROR, command: 'UnmapMemObject' })
    await pause()
    expectGone('while the unmap waits', mapped, seen)
    gate.fail(-5)
    await result
    expectUnmapped(buffer)
    await unmapped(queue, await value('the next map', ready(buffer).pipe(mapBuffer(queue))))
    expectBytes('the buffer', await bench.contents(buffer), bytes)
  }),
  draft(
    'an svmFree that fails frees the memory all the same',
    async (bench) => {
      const gate = gateOf(bench)
      const pointer = (await bench.svm(bytes)).at(0)
      const free = ready(pointer).pipe(svmFree(bench.queue(), { waitFor: [gate.event] }), completed())
      const result = refused('svmFree', free, { ...WAIT_LIST_ERROR, command: 'SvmFree' })
      gate.fail(-5)
      await result
      const fill = ready(pointer).pipe(svmMemFill(bench.queue(), new Uint8Array(4)))
      await refused('svmMemFill', fill, { code: 'CL_INVALID_VALUE', parameter: 'svm_ptr', origin: 'validation' })
    },
    'svm',
  ),
]
