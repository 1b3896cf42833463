import {
  Command,
  mapBuffer,
  memObjectInfo,
  ready,
  type ClBuffer,
  type ClCommandQueue,
  type HostData,
  type MapFlag,
  type MemFlag,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual, expectTypeError, right } from '../expect.ts'
import { copyBytes } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { value } from '../settle.ts'
import type { Workbench } from '../workbench.ts'
import { unmapped } from './mapped.ts'

const draft = drafts('buffers from host memory')
const SIZE = 97

/** A buffer over SIZE bytes in the middle of a larger array, which do not begin at its start. */
const overHost = (bench: Workbench, bytes: Uint8Array<ArrayBuffer>, ...flags: readonly MemFlag[]) => {
  const all = new Uint8Array(256)
  all.set(bytes, 64)
  const hostPtr = all.subarray(64, 64 + bytes.length)
  const buffer = right('createBuffer', bench.context.createBuffer({ size: bytes.length, flags, hostPtr }))
  return { buffer, hostPtr }
}

const map = (queue: ClCommandQueue, buffer: ClBuffer, offset: number, size: number, ...mapFlags: readonly MapFlag[]) =>
  value('mapBuffer', ready(buffer).pipe(mapBuffer(queue, { mapFlags, offset, size })))

const VIEWS: readonly ((bytes: Uint8Array<ArrayBuffer>) => HostData)[] = [
  ({ buffer }) => new Float32Array(buffer, 8, 12),
  ({ buffer }) => new DataView(buffer, 5, 70),
  ({ buffer }) => new BigInt64Array(buffer, 16, 6),
]

export const HOST_POINTER_DATA: readonly Draft[] = [
  draft(
    'COPY_HOST_PTR gives the buffer the bytes, and what the program does with them later is its own',
    async (bench) => {
      const bytes = pattern(SIZE, 281)
      for (const flags of [
        ['COPY_HOST_PTR'],
        ['COPY_HOST_PTR', 'ALLOC_HOST_PTR'],
        ['COPY_HOST_PTR', 'READ_ONLY'],
      ] as const) {
        const { buffer, hostPtr } = overHost(bench, bytes, ...flags)
        hostPtr.fill(0xee)
        expectEqual('hostPtr of the buffer', buffer.hostPtr, undefined)
        expectBytes(`a buffer with ${flags}`, await bench.contents(buffer), bytes)
        await bench.fill(buffer, pattern(SIZE, 282))
        expectBytes(`a buffer with ${flags}, written`, await bench.contents(buffer), pattern(SIZE, 282))
        expectBytes('the host memory', hostPtr, new Uint8Array(SIZE).fill(0xee))
      }
    },
  ),
  draft('COPY_HOST_PTR takes the first bytes of any view', async (bench) => {
    const bytes = pattern(96, 283)
    for (const view of VIEWS) {
      const hostPtr = view(bytes)
      const desc = { size: 40, flags: ['COPY_HOST_PTR'], hostPtr } as const
      const buffer = right('createBuffer', bench.context.createBuffer(desc))
      const expected = bytes.slice(hostPtr.byteOffset, hostPtr.byteOffset + 40)
      expectBytes(`from a ${hostPtr.constructor.name}`, await bench.contents(buffer), expected)
    }
  }),
  draft('USE_HOST_PTR gives the buffer the bytes, and a map shows the program its own memory', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 284)
    const { buffer, hostPtr } = overHost(bench, bytes, 'USE_HOST_PTR')
    expectEqual('hostPtr of the buffer', buffer.hostPtr?.buffer, hostPtr.buffer)
    expectBytes('the buffer', await bench.contents(buffer), bytes)
    const written = pattern(30, 285)
    await bench.run(queue, Command.writeBuffer({ buffer, offset: 20, ptr: written }))
    copyBytes(written, 0, bytes, 20, 30)
    const mapped = await map(queue, buffer, 10, 80, 'READ')
    expectEqual('the buffer of the mapped bytes', mapped.bytes.buffer, hostPtr.buffer)
    expectEqual('where they begin', mapped.bytes.byteOffset, hostPtr.byteOffset + 10)
    expectBytes('the mapped bytes', mapped.bytes, bytes.slice(10, 90))
    expectBytes('the host memory that is mapped', hostPtr.subarray(10, 90), bytes.slice(10, 90))
    await unmapped(queue, mapped)
    expectEqual('bytes of the host memory after the unmap', hostPtr.length, SIZE)
    expectTypeError('bytes of the ended mapping', () => mapped.bytes)
    expectBytes('the buffer after the unmap', await bench.contents(buffer), bytes)
  }),
  draft('what the program writes into its memory while it is mapped is the buffer’s after the unmap', async (bench) => {
    const queue = bench.queue()
    const expected = pattern(SIZE, 286)
    const { buffer, hostPtr } = overHost(bench, expected.slice(), 'USE_HOST_PTR')
    for (const flag of ['WRITE', 'WRITE_INVALIDATE_REGION'] as const) {
      const mapped = await map(queue, buffer, 5, 50, flag)
      hostPtr.set(pattern(50, flag.length), 5)
      await unmapped(queue, mapped)
      copyBytes(pattern(50, flag.length), 0, expected, 5, 50)
      expectBytes(`after a map to ${flag}`, await bench.contents(buffer), expected)
    }
  }),
  draft('a buffer over host memory is source and destination of commands', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 287)
    const { buffer } = overHost(bench, bytes, 'USE_HOST_PTR')
    const other = await bench.buffer(SIZE)
    await bench.run(queue, Command.copyBuffer({ srcBuffer: buffer, dstBuffer: other }))
    expectBytes('a copy of it', await bench.contents(other), bytes)
    await bench.fill(other, pattern(SIZE, 288))
    await bench.run(queue, Command.copyBuffer({ srcBuffer: other, dstBuffer: buffer }))
    const mapped = await map(queue, buffer, 0, SIZE, 'READ')
    expectBytes('the mapped bytes', mapped.bytes, pattern(SIZE, 288))
    await unmapped(queue, mapped)
  }),
  draft(
    'a map of a part of it shows that part of the host memory',
    async (bench) => {
      const queue = bench.queue()
      const unit = Math.max(bench.device.memBaseAddrAlign, 64)
      const bytes = pattern(unit * 3, 289)
      const hostPtr = bytes.slice()
      const desc = { size: unit * 3, flags: ['USE_HOST_PTR'], hostPtr } as const
      const parent = right('createBuffer', bench.context.createBuffer(desc))
      const part = bench.subBuffer(parent, unit, unit)
      expectEqual('where the memory of the part begins', part.hostPtr?.byteOffset, unit)
      const mapped = await map(queue, part, 3, 20, 'READ', 'WRITE')
      expectEqual('the buffer of the mapped bytes', mapped.bytes.buffer, hostPtr.buffer)
      expectEqual('where they begin', mapped.bytes.byteOffset, unit + 3)
      mapped.bytes.set(pattern(20, 290))
      await unmapped(queue, mapped)
      copyBytes(pattern(20, 290), 0, bytes, unit + 3, 20)
      expectBytes('the parent', await bench.contents(parent), bytes)
    },
    'subBuffers',
  ),
  draft('two maps for reading show the program its own memory, until the last unmap', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 291)
    const { buffer } = overHost(bench, bytes, 'USE_HOST_PTR')
    const [first, second] = await Promise.all([map(queue, buffer, 0, 60, 'READ'), map(queue, buffer, 20, 60, 'READ')])
    expectEqual('maps of the buffer', right('memObjectInfo', memObjectInfo(buffer)).mapCount, 2)
    await unmapped(queue, first)
    expectBytes('the second', second.bytes, bytes.slice(20, 80))
    await unmapped(queue, second)
    expectEqual('maps of the buffer', right('memObjectInfo', memObjectInfo(buffer)).mapCount, 0)
    expectBytes('the buffer', await bench.contents(buffer), bytes)
  }),
]
