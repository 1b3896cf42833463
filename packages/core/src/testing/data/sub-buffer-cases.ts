import { Command, type ClBuffer } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual } from '../expect.ts'
import { copyBytes } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import type { Workbench } from '../workbench.ts'

const draft = drafts('data of sub-buffers', 'subBuffers')

interface Scene {
  readonly unit: number
  readonly bytes: Uint8Array
  readonly parent: ClBuffer
  /** Two units from the first on, and one unit after them. */
  readonly first: ClBuffer
  readonly second: ClBuffer
}

const sceneOf = async (bench: Workbench): Promise<Scene> => {
  const unit = bench.device.memBaseAddrAlign
  const bytes = pattern(unit * 4, 21)
  const parent = await bench.buffer(bytes)
  return {
    unit,
    bytes,
    parent,
    first: bench.subBuffer(parent, unit, unit),
    second: bench.subBuffer(parent, unit * 2, unit + 1),
  }
}

export const SUB_BUFFER_DATA: readonly Draft[] = [
  draft('a sub-buffer reads the bytes of its part', async (bench) => {
    const { unit, bytes, first, second } = await sceneOf(bench)
    expectEqual('size', second.size, unit + 1)
    expectBytes('the first', await bench.contents(first), bytes.slice(unit, unit * 2))
    expectBytes('the second', await bench.contents(second), bytes.slice(unit * 2, unit * 3 + 1))
  }),
  draft('what is written to a sub-buffer is in the parent, and the other way', async (bench) => {
    const { unit, bytes, parent, first } = await sceneOf(bench)
    const queue = bench.queue()
    const written = pattern(9, 22)
    await bench.run(queue, Command.writeBuffer({ buffer: first, offset: 3, ptr: written }))
    copyBytes(written, 0, bytes, unit + 3, 9)
    expectBytes('the parent', await bench.contents(parent), bytes)
    const later = pattern(5, 23)
    await bench.run(queue, Command.writeBuffer({ buffer: parent, offset: unit + 4, ptr: later }))
    copyBytes(later, 0, bytes, unit + 4, 5)
    expectBytes('the sub-buffer', await bench.contents(first), bytes.slice(unit, unit * 2))
  }),
  draft('a sub-buffer is the source and the destination of copies', async (bench) => {
    const { unit, bytes, parent, first } = await sceneOf(bench)
    const queue = bench.queue()
    const others = pattern(64, 24)
    const other = await bench.buffer(others)
    await bench.run(
      queue,
      Command.copyBuffer({ srcBuffer: first, dstBuffer: other, srcOffset: 1, dstOffset: 2, size: 7 }),
    )
    copyBytes(bytes, unit + 1, others, 2, 7)
    expectBytes('the destination', await bench.contents(other), others)
    await bench.run(
      queue,
      Command.copyBuffer({ srcBuffer: other, dstBuffer: first, srcOffset: 20, dstOffset: 5, size: 11 }),
    )
    copyBytes(others, 20, bytes, unit + 5, 11)
    expectBytes('the parent', await bench.contents(parent), bytes)
  }),
  draft('siblings copy to each other, and a part to another part of its parent', async (bench) => {
    const { unit, bytes, parent, first, second } = await sceneOf(bench)
    const queue = bench.queue()
    await bench.run(queue, Command.copyBuffer({ srcBuffer: second, dstBuffer: first, srcOffset: 1, size: unit }))
    copyBytes(bytes.slice(), unit * 2 + 1, bytes, unit, unit)
    expectBytes('after the copy between siblings', await bench.contents(parent), bytes)
    await bench.run(queue, Command.copyBuffer({ srcBuffer: first, dstBuffer: parent, dstOffset: 1, size: unit - 1 }))
    copyBytes(bytes.slice(), unit, bytes, 1, unit - 1)
    expectBytes('after the copy to the parent', await bench.contents(parent), bytes)
  }),
  draft('overlapping sub-buffers show each other’s bytes', async (bench) => {
    const { unit, bytes, parent, first } = await sceneOf(bench)
    const queue = bench.queue()
    const wide = bench.subBuffer(parent, 0, unit * 2)
    const written = pattern(unit, 25)
    await bench.run(queue, Command.writeBuffer({ buffer: first, ptr: written }))
    copyBytes(written, 0, bytes, unit, unit)
    expectBytes('the wider one', await bench.contents(wide), bytes.slice(0, unit * 2))
  }),
]
