import type { Either } from 'fp-ts/lib/Either.js'
import { of } from 'rxjs'
import {
  Command,
  Flow,
  RGBA8,
  completed,
  copyBuffer,
  ready,
  svmMemcpy,
  writeBuffer,
  type AnyCommand,
  type ClError,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectLeft } from '../expect.ts'
import { gateOf } from '../order/gate.ts'
import { pattern } from '../pattern.ts'
import { pause, refused, value } from '../settle.ts'

const draft = drafts('release of objects')
const before = pattern(16, 121)
const data = pattern(16, 122)

const MEM_OBJECT = { code: 'CL_INVALID_MEM_OBJECT', status: -38, origin: 'validation' } as const

export const OBJECT_RELEASE: readonly Draft[] = [
  draft(
    'memory released while commands wait is kept until they have run',
    async (bench) => {
      const queue = bench.queue()
      const gate = gateOf(bench)
      const [a, b, c] = [await bench.buffer(before), await bench.buffer(before), await bench.buffer(before)]
      const chain = of(data).pipe(
        Flow.lift(),
        writeBuffer(queue, a, { waitFor: [gate.event] }),
        copyBuffer(queue, b),
        copyBuffer(queue, c),
      )
      const done = value('the chain', chain.pipe(completed()))
      await pause()
      a.release()
      b.release()
      queue.release()
      for (let round = 0; round < 20; round += 1) (await bench.buffer(pattern(16, round))).release()
      gate.open()
      await done
      expectBytes('the end of the chain', await bench.contents(c), data)
    },
    'userEvents',
  ),
  draft(
    'shared virtual memory freed while commands wait is kept until they have run',
    async (bench) => {
      const queue = bench.queue()
      const gate = gateOf(bench)
      const [a, b] = [await bench.svm(before), await bench.svm(before)]
      const chain = of(data).pipe(
        Flow.lift(),
        svmMemcpy(queue, a.at(0), { waitFor: [gate.event] }),
        svmMemcpy(queue, b.at(0), { size: 16 }),
      )
      const done = value('the chain', chain.pipe(completed()))
      await pause()
      a.free()
      gate.open()
      await done
      expectBytes('the end of the chain', await bench.contents(b), data)
    },
    'userEvents',
    'svm',
  ),
  draft('a second release does nothing', async (bench) => {
    const queue = bench.queue()
    const [buffer, other] = [await bench.buffer(data), await bench.buffer(before)]
    buffer.release()
    buffer.release()
    queue.release()
    queue.release()
    await value('a copy', ready(other).pipe(copyBuffer(bench.queue(), await bench.buffer(16)), completed()))
    expectBytes('another buffer', await bench.contents(other), before)
  }),
  draft('using a released buffer is a Left', async (bench) => {
    const queue = bench.queue()
    const [gone, other] = [await bench.buffer(data), await bench.buffer(before)]
    gone.release()
    const commands: readonly (readonly [AnyCommand, string])[] = [
      [Command.writeBuffer({ buffer: gone, ptr: data }), 'buffer'],
      [Command.readBuffer({ buffer: gone }), 'buffer'],
      [Command.copyBuffer({ srcBuffer: gone, dstBuffer: other }), 'src_buffer'],
      [Command.copyBuffer({ srcBuffer: other, dstBuffer: gone }), 'dst_buffer'],
    ]
    for (const [command, parameter] of commands)
      await refused(command._tag, bench.enqueue(queue, command), { ...MEM_OBJECT, parameter })
    expectBytes('the other buffer', await bench.contents(other), before)
  }),
  draft(
    'using a released image is a Left',
    async (bench) => {
      const queue = bench.queue()
      const image = await bench.image({ type: '2D', format: RGBA8, width: 2, height: 2 }, data)
      const buffer = await bench.buffer(before)
      image.release()
      image.release()
      const commands: readonly (readonly [AnyCommand, string])[] = [
        [Command.writeImage({ image, ptr: data }), 'image'],
        [Command.readImage({ image }), 'image'],
        [Command.copyImageToBuffer({ srcImage: image, dstBuffer: buffer }), 'src_image'],
        [Command.copyBufferToImage({ srcBuffer: buffer, dstImage: image }), 'dst_image'],
      ]
      for (const [command, parameter] of commands)
        await refused(command._tag, bench.enqueue(queue, command), { ...MEM_OBJECT, parameter })
      expectBytes('the buffer', await bench.contents(buffer), before)
    },
    '2D images',
  ),
  draft(
    'a second free does nothing, and using freed memory is a Left',
    async (bench) => {
      const memory = await bench.svm(data)
      const pointer = memory.at(0)
      memory.free()
      memory.free()
      const read = ready(pointer).pipe(svmMemcpy(bench.queue(), new Uint8Array(16)))
      await refused('svmMemcpy', read, { code: 'CL_INVALID_VALUE', parameter: 'src_ptr', origin: 'validation' })
    },
    'svm',
  ),
  draft(
    'a part outlives its parent',
    async (bench) => {
      const parent = await bench.buffer(data)
      const part = bench.subBuffer(parent, 0, 8)
      parent.release()
      expectBytes('the part', await bench.contents(part), data.slice(0, 8))
      await bench.fill(part, before.slice(0, 8))
      expectBytes('the part after a write', await bench.contents(part), before.slice(0, 8))
      const again: Either<ClError, unknown> = parent.createSubBuffer({ origin: 0, size: 4 })
      expectLeft('createSubBuffer', again, MEM_OBJECT)
    },
    'subBuffers',
  ),
  draft(
    'an image outlives the buffer that it was made from',
    async (bench) => {
      const buffer = await bench.buffer(data)
      const image = await bench.image({ type: '1D_BUFFER', format: RGBA8, width: 4, buffer })
      buffer.release()
      expectBytes('the image', await bench.contents(image), data)
    },
    '1D_BUFFER images',
  ),
  draft('200 rounds of making and releasing memory', async (bench) => {
    const queue = bench.queue()
    for (let round = 0; round < 200; round += 1) {
      const bytes = pattern(64, round)
      const [src, dst] = [await bench.buffer(bytes), await bench.buffer(64)]
      await bench.run(queue, Command.copyBuffer({ srcBuffer: src, dstBuffer: dst }))
      if (round % 20 === 0) expectBytes(`round ${round}`, await bench.contents(dst), bytes)
      src.release()
      dst.release()
    }
  }),
]
