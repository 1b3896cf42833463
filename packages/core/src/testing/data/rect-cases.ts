import { of } from 'rxjs'
import { Command, Flow, completed, copyBufferRect, readBufferRect, ready, writeBufferRect } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual } from '../expect.ts'
import { copyRect, rectEnd } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { value } from '../settle.ts'
import { BOTH_WAYS, RECT_SIZE, type RectPlace } from './rect-shapes.ts'

const draft = drafts('data of rectangles', 'rects')

const onBuffer = ({ origin, rowPitch, slicePitch }: RectPlace) => ({
  bufferOrigin: origin ?? [0, 0, 0],
  bufferRowPitch: rowPitch ?? 0,
  bufferSlicePitch: slicePitch ?? 0,
})

const onHost = ({ origin, rowPitch, slicePitch }: RectPlace) => ({
  hostOrigin: origin ?? [0, 0, 0],
  hostRowPitch: rowPitch ?? 0,
  hostSlicePitch: slicePitch ?? 0,
})

const onSource = ({ origin, rowPitch, slicePitch }: RectPlace) => ({
  srcOrigin: origin ?? [0, 0, 0],
  srcRowPitch: rowPitch ?? 0,
  srcSlicePitch: slicePitch ?? 0,
})

const onDestination = ({ origin, rowPitch, slicePitch }: RectPlace) => ({
  dstOrigin: origin ?? [0, 0, 0],
  dstRowPitch: rowPitch ?? 0,
  dstSlicePitch: slicePitch ?? 0,
})

export const RECT_DATA: readonly Draft[] = [
  draft('writeBufferRect writes the box of its bytes and nothing else', async (bench) => {
    const queue = bench.queue()
    for (const { name, region, a, b } of BOTH_WAYS) {
      const host = pattern(RECT_SIZE, 151)
      const expected = pattern(RECT_SIZE, 152)
      const buffer = await bench.buffer(expected)
      const options = { region, ...onHost(a), ...onBuffer(b) }
      const written = of(host).pipe(Flow.lift(), writeBufferRect(queue, buffer, options), completed())
      expectEqual(`writeBufferRect, ${name}: emitted`, await value(name, written), buffer)
      copyRect({ bytes: host, ...a }, { bytes: expected, ...b }, region)
      expectBytes(`writeBufferRect, ${name}`, await bench.contents(buffer), expected)
      buffer.release()
    }
  }),
  draft('readBufferRect reads into the box of given memory and leaves the rest alone', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(RECT_SIZE, 153)
    const buffer = await bench.buffer(bytes)
    for (const { name, region, a, b } of BOTH_WAYS) {
      const ptr = pattern(RECT_SIZE, 154)
      const expected = ptr.slice()
      await bench.run(queue, Command.readBufferRect({ buffer, region, ptr, ...onBuffer(a), ...onHost(b) }))
      copyRect({ bytes, ...a }, { bytes: expected, ...b }, region)
      expectBytes(`readBufferRect, ${name}`, ptr, expected)
    }
    expectBytes('the buffer', await bench.contents(buffer), bytes)
  }),
  draft('readBufferRect without memory gives the bytes up to the end of the box, and 0 around it', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(RECT_SIZE, 155)
    const buffer = await bench.buffer(bytes)
    for (const { name, region, a, b } of BOTH_WAYS) {
      const options = { region, ...onBuffer(a), ...onHost(b) }
      const read = await value(name, ready(buffer).pipe(readBufferRect(queue, options)))
      const expected = new Uint8Array(rectEnd({ bytes, ...b }, region))
      copyRect({ bytes, ...a }, { bytes: expected, ...b }, region)
      expectBytes(`readBufferRect, ${name}`, read, expected)
    }
  }),
  draft('memory that ends with the box is enough for a read and a write', async (bench) => {
    const queue = bench.queue()
    for (const { name, region, a, b } of BOTH_WAYS) {
      const bytes = pattern(RECT_SIZE, 156)
      const buffer = await bench.buffer(bytes)
      const host = pattern(rectEnd({ bytes, ...a }, region), 157)
      await bench.run(queue, Command.writeBufferRect({ buffer, region, ptr: host, ...onHost(a), ...onBuffer(b) }))
      copyRect({ bytes: host, ...a }, { bytes, ...b }, region)
      expectBytes(`writeBufferRect, ${name}`, await bench.contents(buffer), bytes)
      const back = new Uint8Array(host.length)
      const expected = new Uint8Array(host.length)
      await bench.run(queue, Command.readBufferRect({ buffer, region, ptr: back, ...onBuffer(b), ...onHost(a) }))
      copyRect({ bytes, ...b }, { bytes: expected, ...a }, region)
      expectBytes(`readBufferRect, ${name}`, back, expected)
      buffer.release()
    }
  }),
  draft('copyBufferRect copies its box and nothing else', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(RECT_SIZE, 158)
    const src = await bench.buffer(bytes)
    for (const { name, region, a, b } of BOTH_WAYS) {
      const expected = pattern(RECT_SIZE, 159)
      const dst = await bench.buffer(expected)
      const options = { region, ...onSource(a), ...onDestination(b) }
      const copied = ready(src).pipe(copyBufferRect(queue, dst, options), completed())
      expectEqual(`copyBufferRect, ${name}: emitted`, await value(name, copied), dst)
      copyRect({ bytes, ...a }, { bytes: expected, ...b }, region)
      expectBytes(`copyBufferRect, ${name}: destination`, await bench.contents(dst), expected)
      dst.release()
    }
    expectBytes('the source', await bench.contents(src), bytes)
  }),
  draft('copyBufferRect moves a box within one buffer where the two share no byte', async (bench) => {
    const queue = bench.queue()
    const pitches = { rowPitch: 16, slicePitch: 16 * 10 }
    const region = [7, 4, 2] as const
    const places = [
      // Beside it, above it, below it and to the right, and interlaced row by row.
      { from: [0, 0, 0], to: [7, 0, 0] },
      { from: [8, 4, 0], to: [8, 0, 0] },
      { from: [1, 1, 0], to: [2, 6, 0] },
      { from: [0, 0, 0], to: [9, 1, 0] },
    ] as const
    for (const { from, to } of places) {
      const bytes = pattern(RECT_SIZE, 160)
      const buffer = await bench.buffer(bytes)
      const [a, b] = [
        { origin: from, ...pitches },
        { origin: to, ...pitches },
      ]
      await bench.run(
        queue,
        Command.copyBufferRect({ srcBuffer: buffer, dstBuffer: buffer, region, ...onSource(a), ...onDestination(b) }),
      )
      copyRect({ bytes: bytes.slice(), ...a }, { bytes, ...b }, region)
      expectBytes(`from [${from}] to [${to}]`, await bench.contents(buffer), bytes)
      buffer.release()
    }
  }),
  draft(
    'sub-buffers are sides of all three',
    async (bench) => {
      const queue = bench.queue()
      const unit = Math.max(bench.device.memBaseAddrAlign, 128)
      const bytes = pattern(unit * 4, 161)
      const parent = await bench.buffer(bytes)
      const [first, second] = [bench.subBuffer(parent, unit, unit), bench.subBuffer(parent, unit * 2, unit)]
      const region = [5, 3, 2] as const
      const [a, b] = [
        { origin: [3, 1, 0], rowPitch: 9, slicePitch: 36 },
        { origin: [1, 0, 1], rowPitch: 7, slicePitch: 28 },
      ] as const
      await bench.run(
        queue,
        Command.copyBufferRect({ srcBuffer: first, dstBuffer: second, region, ...onSource(a), ...onDestination(b) }),
      )
      copyRect({ bytes, start: unit, ...a }, { bytes, start: unit * 2, ...b }, region)
      expectBytes('after copyBufferRect', await bench.contents(parent), bytes)
      const host = pattern(RECT_SIZE, 162)
      await bench.run(
        queue,
        Command.writeBufferRect({ buffer: first, region, ptr: host, ...onHost(b), ...onBuffer(a) }),
      )
      copyRect({ bytes: host, ...b }, { bytes, start: unit, ...a }, region)
      expectBytes('after writeBufferRect', await bench.contents(parent), bytes)
      const read = await value(
        'readBufferRect',
        ready(second).pipe(readBufferRect(queue, { region, ...onBuffer(b), ...onHost(a) })),
      )
      const expected = new Uint8Array(read.length)
      copyRect({ bytes, start: unit * 2, ...b }, { bytes: expected, ...a }, region)
      expectBytes('readBufferRect', read, expected)
    },
    'subBuffers',
  ),
]
