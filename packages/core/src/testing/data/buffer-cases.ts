import { of } from 'rxjs'
import { Command, Flow, completed, copyBuffer, readBuffer, ready, writeBuffer } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual } from '../expect.ts'
import { copyBytes } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { value } from '../settle.ts'

const draft = drafts('data of buffers')
const SIZE = 97

/** [offset, size] within SIZE bytes, odd and at the edges. */
const RANGES: readonly (readonly [number, number])[] = [
  [0, SIZE],
  [0, 1],
  [1, 1],
  [3, 13],
  [64, 33],
  [SIZE - 1, 1],
  [SIZE - 5, 5],
]

/** [srcOffset, dstOffset, size] between two buffers of SIZE bytes. */
const COPIES: readonly (readonly [number, number, number])[] = [
  [0, 0, SIZE],
  [0, 1, SIZE - 1],
  [1, 0, SIZE - 1],
  [7, 11, 31],
  [SIZE - 1, 0, 1],
  [0, SIZE - 1, 1],
]

/** [srcOffset, dstOffset, size] within one buffer, without overlap: adjacent both ways, and apart. */
const MOVES: readonly (readonly [number, number, number])[] = [
  [0, 48, 48],
  [48, 0, 48],
  [1, 90, 7],
  [90, 1, 7],
]

const VIEWS: readonly ((buffer: ArrayBuffer) => ArrayBufferView)[] = [
  (buffer) => new Uint8Array(buffer, 8, 32),
  (buffer) => new Int16Array(buffer, 8, 16),
  (buffer) => new Float32Array(buffer, 8, 8),
  (buffer) => new Float64Array(buffer, 8, 4),
  (buffer) => new BigUint64Array(buffer, 8, 4),
  (buffer) => new DataView(buffer, 8, 32),
]

export const BUFFER_DATA: readonly Draft[] = [
  draft('writeBuffer writes its bytes at its offset and nothing else', async (bench) => {
    const queue = bench.queue()
    const expected = pattern(SIZE, 1)
    const buffer = await bench.buffer(expected)
    for (const [offset, size] of RANGES) {
      const data = pattern(size, offset + size)
      await value('writeBuffer', of(data).pipe(Flow.lift(), writeBuffer(queue, buffer, { offset }), completed()))
      copyBytes(data, 0, expected, offset, size)
      expectBytes(`writeBuffer of ${size} bytes at ${offset}`, await bench.contents(buffer), expected)
    }
  }),
  draft('writeBuffer takes the bytes that a view covers, whatever its elements', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(64, 2)
    for (const view of VIEWS) {
      const data = view(bytes.buffer)
      const buffer = await bench.buffer(new Uint8Array(40))
      await value('writeBuffer', of(data).pipe(Flow.lift(), writeBuffer(queue, buffer, { offset: 5 }), completed()))
      const expected = new Uint8Array(40)
      copyBytes(bytes, 8, expected, 5, 32)
      expectBytes(`writeBuffer of a ${data.constructor.name}`, await bench.contents(buffer), expected)
    }
  }),
  draft('readBuffer reads its range', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 3)
    const buffer = await bench.buffer(bytes)
    for (const [offset, size] of RANGES) {
      const read = await value('readBuffer', ready(buffer).pipe(readBuffer(queue, { offset, size })))
      expectBytes(`readBuffer of ${size} bytes at ${offset}`, read, bytes.slice(offset, offset + size))
    }
  }),
  draft('readBuffer without a size reads to the end of the buffer', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 4)
    const buffer = await bench.buffer(bytes)
    expectBytes('readBuffer', await value('readBuffer', ready(buffer).pipe(readBuffer(queue))), bytes)
    const rest = await value('readBuffer', ready(buffer).pipe(readBuffer(queue, { offset: 90 })))
    expectBytes('readBuffer from 90', rest, bytes.slice(90))
  }),
  draft('readBuffer into given memory leaves the rest of it alone', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 5)
    const buffer = await bench.buffer(bytes)
    const host = pattern(64, 6)
    const expected = host.slice()
    await bench.run(queue, Command.readBuffer({ buffer, offset: 11, size: 20, ptr: host.subarray(9, 50) }))
    copyBytes(bytes, 11, expected, 9, 20)
    expectBytes('the host memory', host, expected)
  }),
  draft('copyBuffer copies its range and nothing else', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 7)
    const src = await bench.buffer(bytes)
    for (const [srcOffset, dstOffset, size] of COPIES) {
      const expected = pattern(SIZE, 8)
      const dst = await bench.buffer(expected)
      const copied = ready(src).pipe(copyBuffer(queue, dst, { srcOffset, dstOffset, size }), completed())
      expectEqual('what copyBuffer emits', await value('copyBuffer', copied), dst)
      copyBytes(bytes, srcOffset, expected, dstOffset, size)
      const what = `copyBuffer of ${size} bytes from ${srcOffset} to ${dstOffset}`
      expectBytes(`${what}: destination`, await bench.contents(dst), expected)
      expectBytes(`${what}: source`, await bench.contents(src), bytes)
    }
  }),
  draft('copyBuffer without a size copies to the end of the source', async (bench) => {
    const queue = bench.queue()
    const src = await bench.buffer(pattern(SIZE, 9))
    const expected = pattern(SIZE, 10)
    const dst = await bench.buffer(expected)
    await value('copyBuffer', ready(src).pipe(copyBuffer(queue, dst, { srcOffset: 60, dstOffset: 3 }), completed()))
    copyBytes(pattern(SIZE, 9), 60, expected, 3, SIZE - 60)
    expectBytes('the destination', await bench.contents(dst), expected)
  }),
  draft('copyBuffer moves bytes within one buffer where the ranges do not overlap', async (bench) => {
    const queue = bench.queue()
    for (const [srcOffset, dstOffset, size] of MOVES) {
      const expected = pattern(SIZE, 11)
      const buffer = await bench.buffer(expected)
      await bench.run(queue, Command.copyBuffer({ srcBuffer: buffer, dstBuffer: buffer, srcOffset, dstOffset, size }))
      copyBytes(expected.slice(), srcOffset, expected, dstOffset, size)
      expectBytes(`${size} bytes from ${srcOffset} to ${dstOffset}`, await bench.contents(buffer), expected)
    }
  }),
  draft('size 0 is legal at every offset, the end included, and changes nothing', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 12)
    const src = await bench.buffer(bytes)
    const dst = await bench.buffer(bytes)
    const ptr = new Uint8Array(0)
    for (const offset of [0, 1, SIZE]) {
      const copy = { srcBuffer: src, dstBuffer: dst, srcOffset: offset, dstOffset: SIZE - offset, size: 0 }
      await bench.run(queue, Command.copyBuffer(copy))
      await bench.run(queue, Command.copyBuffer({ ...copy, dstBuffer: src, dstOffset: offset }))
      await bench.run(queue, Command.writeBuffer({ buffer: dst, offset, ptr }))
      const read = await value('readBuffer', ready(src).pipe(readBuffer(queue, { offset, size: 0 })))
      expectEqual('bytes read', read.length, 0)
    }
    expectBytes('the source', await bench.contents(src), bytes)
    expectBytes('the destination', await bench.contents(dst), bytes)
  }),
  draft('a copy of more than a megabyte moves every byte', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(1024 * 1024 + 13, 13)
    const src = await bench.buffer(bytes)
    const dst = await bench.buffer(new Uint8Array(bytes.length))
    await bench.run(
      queue,
      Command.copyBuffer({ srcBuffer: src, dstBuffer: dst, srcOffset: 1, dstOffset: 2, size: bytes.length - 2 }),
    )
    const expected = new Uint8Array(bytes.length)
    expected.set(bytes.subarray(1, bytes.length - 1), 2)
    expectBytes('the destination', await bench.contents(dst), expected)
  }),
]
