import { of } from 'rxjs'
import {
  Command,
  Flow,
  completed,
  copyBuffer,
  mapBuffer,
  ready,
  unmap,
  type ClBuffer,
  type ClCommandQueue,
  type MapFlag,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual } from '../expect.ts'
import { copyBytes } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { value } from '../settle.ts'
import { expectGone, unmapped } from './mapped.ts'

const draft = drafts('data of mapped buffers')
const SIZE = 97

/** [offset, size] within SIZE bytes. */
const RANGES: readonly (readonly [number, number])[] = [
  [0, SIZE],
  [0, 1],
  [3, 13],
  [SIZE - 1, 1],
  [64, 33],
]

const map = (queue: ClCommandQueue, buffer: ClBuffer, offset: number, size: number, ...mapFlags: readonly MapFlag[]) =>
  value('mapBuffer', ready(buffer).pipe(mapBuffer(queue, { mapFlags, offset, size })))

export const MAP_BUFFER_DATA: readonly Draft[] = [
  draft('a map for reading shows the bytes of its range, and its unmap changes none', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 211)
    const buffer = await bench.buffer(bytes)
    for (const [offset, size] of RANGES) {
      const mapped = await map(queue, buffer, offset, size, 'READ')
      expectEqual('the resource', mapped.resource, buffer)
      expectEqual('isMapped', mapped.isMapped, true)
      expectEqual('rowPitch', mapped.rowPitch, 0)
      expectEqual('slicePitch', mapped.slicePitch, 0)
      expectBytes(`${size} bytes at ${offset}`, mapped.bytes, bytes.slice(offset, offset + size))
      expectEqual('the bytes, asked again', mapped.bytes, mapped.bytes)
      expectEqual('what unmap emits', await unmapped(queue, mapped), buffer)
      expectBytes('the buffer', await bench.contents(buffer), bytes)
    }
  }),
  draft('what is written through a map is there after the unmap, and nothing else changes', async (bench) => {
    const queue = bench.queue()
    const expected = pattern(SIZE, 212)
    const buffer = await bench.buffer(expected)
    for (const [offset, size] of RANGES) {
      const mapped = await map(queue, buffer, offset, size, 'READ', 'WRITE')
      expectBytes(`${size} bytes at ${offset}`, mapped.bytes, expected.slice(offset, offset + size))
      const written = pattern(size, offset)
      mapped.bytes.set(written)
      await unmapped(queue, mapped)
      copyBytes(written, 0, expected, offset, size)
      expectBytes(`after ${size} bytes at ${offset}`, await bench.contents(buffer), expected)
    }
  }),
  draft('a map for writing keeps the bytes that the host leaves alone', async (bench) => {
    const queue = bench.queue()
    const expected = pattern(SIZE, 213)
    const buffer = await bench.buffer(expected)
    const mapped = await map(queue, buffer, 10, 20, 'WRITE')
    mapped.bytes.set([1, 2, 3], 5)
    await unmapped(queue, mapped)
    expected.set([1, 2, 3], 15)
    expectBytes('the buffer', await bench.contents(buffer), expected)
  }),
  draft('a map that invalidates its range takes all of it from the host', async (bench) => {
    const queue = bench.queue()
    const expected = pattern(SIZE, 214)
    const buffer = await bench.buffer(expected)
    for (const [offset, size] of RANGES) {
      const mapped = await map(queue, buffer, offset, size, 'WRITE_INVALIDATE_REGION')
      expectEqual('bytes mapped', mapped.bytes.length, size)
      const written = pattern(size, offset + 1)
      mapped.bytes.set(written)
      await unmapped(queue, mapped)
      copyBytes(written, 0, expected, offset, size)
      expectBytes(`after ${size} bytes at ${offset}`, await bench.contents(buffer), expected)
    }
  }),
  draft('a map without flags and its unmap change nothing', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 215)
    const buffer = await bench.buffer(bytes)
    const mapped = await map(queue, buffer, 7, 11)
    expectEqual('bytes mapped', mapped.bytes.length, 11)
    await unmapped(queue, mapped)
    expectBytes('the buffer', await bench.contents(buffer), bytes)
  }),
  draft('without options all of the buffer is mapped, to read and write', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 216)
    const buffer = await bench.buffer(bytes)
    const mapped = await value('mapBuffer', ready(buffer).pipe(mapBuffer(queue)))
    expectEqual('the flags', mapped.flags.join(), 'READ,WRITE')
    expectBytes('the mapped bytes', mapped.bytes, bytes)
    mapped.bytes.fill(9)
    await unmapped(queue, mapped)
    expectBytes('the buffer', await bench.contents(buffer), new Uint8Array(SIZE).fill(9))
  }),
  draft('the view is detached by the unmap, and the mapping gives no other', async (bench) => {
    const queue = bench.queue()
    const buffer = await bench.buffer(pattern(SIZE, 217))
    const mapped = await map(queue, buffer, 0, SIZE, 'READ')
    const { bytes } = mapped
    await unmapped(queue, mapped)
    expectGone('after the unmap', mapped, bytes)
    const again = await map(queue, buffer, 0, SIZE, 'READ')
    expectBytes('the next map', again.bytes, pattern(SIZE, 217))
    expectGone('after the next map', mapped, bytes)
    await unmapped(queue, again)
  }),
  draft('two maps for reading show the same bytes, and each ends alone', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 218)
    const buffer = await bench.buffer(bytes)
    const [first, second] = await Promise.all([map(queue, buffer, 0, 60, 'READ'), map(queue, buffer, 20, 60, 'READ')])
    expectBytes('the first', first.bytes, bytes.slice(0, 60))
    expectBytes('the second', second.bytes, bytes.slice(20, 80))
    const seen = first.bytes
    await unmapped(queue, first)
    expectGone('the first, unmapped', first, seen)
    expectBytes('the second, when the first is unmapped', second.bytes, bytes.slice(20, 80))
    await unmapped(queue, second)
    expectBytes('the buffer', await bench.contents(buffer), bytes)
  }),
  draft('two maps for writing side by side both arrive', async (bench) => {
    const queue = bench.queue()
    const expected = pattern(SIZE, 219)
    const buffer = await bench.buffer(expected)
    const [first, second] = await Promise.all([map(queue, buffer, 0, 40, 'WRITE'), map(queue, buffer, 40, 40, 'WRITE')])
    first.bytes.set(pattern(40, 220))
    second.bytes.set(pattern(40, 221))
    await unmapped(queue, second)
    await unmapped(queue, first)
    copyBytes(pattern(40, 220), 0, expected, 0, 40)
    copyBytes(pattern(40, 221), 0, expected, 40, 40)
    expectBytes('the buffer', await bench.contents(buffer), expected)
  }),
  draft('a map waits for the write before it, and what follows the unmap sees what the host wrote', async (bench) => {
    const queue = bench.queue()
    const [src, dst] = [await bench.buffer(SIZE), await bench.buffer(SIZE)]
    const write = bench.enqueue(queue, Command.writeBuffer({ buffer: src, ptr: pattern(SIZE, 222) }))
    const mapped = await value('mapBuffer', ready(src).pipe(mapBuffer(queue, { waitFor: [write] })))
    const expected = pattern(SIZE, 222)
    expectBytes('the mapped bytes', mapped.bytes, expected)
    mapped.bytes[5] = 0xaa
    expected[5] = 0xaa
    const chain = of(mapped).pipe(Flow.lift(), unmap(queue), copyBuffer(queue, dst), completed())
    await value('the chain', chain)
    expectBytes('the destination', await bench.contents(dst), expected)
  }),
  draft(
    'a map of a sub-buffer shows the bytes of its part, and takes them back there',
    async (bench) => {
      const queue = bench.queue()
      const unit = Math.max(bench.device.memBaseAddrAlign, 128)
      const bytes = pattern(unit * 3, 223)
      const parent = await bench.buffer(bytes)
      const part = bench.subBuffer(parent, unit, unit)
      const mapped = await map(queue, part, 5, 50, 'READ', 'WRITE')
      expectBytes('the mapped bytes', mapped.bytes, bytes.slice(unit + 5, unit + 55))
      mapped.bytes.set(pattern(50, 224))
      await unmapped(queue, mapped)
      copyBytes(pattern(50, 224), 0, bytes, unit + 5, 50)
      expectBytes('the parent', await bench.contents(parent), bytes)
    },
    'subBuffers',
  ),
  draft('200 rounds of map and unmap', async (bench) => {
    const queue = bench.queue()
    const expected = pattern(SIZE, 225)
    const buffer = await bench.buffer(expected)
    for (let round = 0; round < 200; round += 1) {
      const mapped = await map(queue, buffer, round % 90, 7, 'WRITE_INVALIDATE_REGION')
      mapped.bytes.set(pattern(7, round))
      await unmapped(queue, mapped)
      copyBytes(pattern(7, round), 0, expected, round % 90, 7)
    }
    expectBytes('the buffer', await bench.contents(buffer), expected)
  }),
]
