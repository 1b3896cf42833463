import { of } from 'rxjs'
import {
  Command,
  Flow,
  completed,
  ready,
  svmMap,
  svmMemcpy,
  svmUnmap,
  type ClCommandQueue,
  type MapFlag,
  type Mapped,
  type SvmPointer,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual, expectTypeError, right } from '../expect.ts'
import { copyBytes } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { value } from '../settle.ts'
import { expectGone } from './mapped.ts'

const draft = drafts('data of mapped shared virtual memory', 'svm')
const SIZE = 97

/** [offset, size] within SIZE bytes. */
const RANGES: readonly (readonly [number, number])[] = [
  [0, SIZE],
  [0, 1],
  [3, 13],
  [SIZE - 1, 1],
]

const map = (queue: ClCommandQueue, pointer: SvmPointer, size: number, ...flags: readonly MapFlag[]) =>
  value('svmMap', ready(pointer).pipe(svmMap(queue, { flags, size })))

const unmapped = (queue: ClCommandQueue, mapped: Mapped<SvmPointer>): Promise<SvmPointer> =>
  value('svmUnmap', of(mapped).pipe(Flow.lift(), svmUnmap(queue), completed()))

export const SVM_MAP_DATA: readonly Draft[] = [
  draft('a map for reading shows the bytes of its range, and its unmap changes none', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 251)
    const memory = await bench.svm(bytes)
    for (const [offset, size] of RANGES) {
      const pointer = memory.at(offset)
      const mapped = await map(queue, pointer, size, 'READ')
      expectEqual('the resource', mapped.resource, pointer)
      expectEqual('rowPitch', mapped.rowPitch, 0)
      expectEqual('slicePitch', mapped.slicePitch, 0)
      expectBytes(`${size} bytes at ${offset}`, mapped.bytes, bytes.slice(offset, offset + size))
      expectEqual('what svmUnmap emits', await unmapped(queue, mapped), pointer)
      expectBytes('the memory', await bench.contents(memory), bytes)
    }
  }),
  ...(
    [
      ['to read and write', ['READ', 'WRITE']],
      ['that invalidates', ['WRITE_INVALIDATE_REGION']],
    ] as const
  ).map(([name, flags]) =>
    draft(`what is written through a map ${name} is there after the unmap, and nothing else changes`, async (bench) => {
      const queue = bench.queue()
      const expected = pattern(SIZE, 252)
      const memory = await bench.svm(expected)
      for (const [offset, size] of RANGES) {
        const mapped = await map(queue, memory.at(offset), size, ...flags)
        expectEqual('bytes mapped', mapped.bytes.length, size)
        mapped.bytes.set(pattern(size, offset))
        await unmapped(queue, mapped)
        copyBytes(pattern(size, offset), 0, expected, offset, size)
        expectBytes(`after ${size} bytes at ${offset}`, await bench.contents(memory), expected)
      }
    }),
  ),
  draft('a map for writing keeps the bytes that the host leaves alone', async (bench) => {
    const queue = bench.queue()
    const expected = pattern(SIZE, 253)
    const memory = await bench.svm(expected)
    const mapped = await map(queue, memory.at(10), 20, 'WRITE')
    mapped.bytes.set([1, 2, 3], 5)
    await unmapped(queue, mapped)
    expected.set([1, 2, 3], 15)
    expectBytes('the memory', await bench.contents(memory), expected)
  }),
  draft('without options all of the memory from the pointer on is mapped, to read and write', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 254)
    const memory = await bench.svm(bytes)
    const mapped = await value('svmMap', ready(memory.at(7)).pipe(svmMap(queue)))
    expectEqual('the flags', mapped.flags.join(), 'READ,WRITE')
    expectBytes('the mapped bytes', mapped.bytes, bytes.slice(7))
    await unmapped(queue, mapped)
  }),
  draft('the view of coarse-grained memory is detached by the unmap', async (bench) => {
    const queue = bench.queue()
    const memory = await bench.svm(pattern(SIZE, 255))
    const mapped = await map(queue, memory.at(0), SIZE, 'READ')
    const { bytes } = mapped
    await unmapped(queue, mapped)
    expectGone('after the unmap', mapped, bytes)
  }),
  draft('two maps for reading show the same bytes, and each ends alone', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 256)
    const memory = await bench.svm(bytes)
    const [first, second] = await Promise.all([
      map(queue, memory.at(0), 60, 'READ'),
      map(queue, memory.at(20), 60, 'READ'),
    ])
    expectBytes('the first', first.bytes, bytes.slice(0, 60))
    expectBytes('the second', second.bytes, bytes.slice(20, 80))
    const seen = first.bytes
    await unmapped(queue, first)
    expectGone('the first, unmapped', first, seen)
    expectBytes('the second, when the first is unmapped', second.bytes, bytes.slice(20, 80))
    await unmapped(queue, second)
  }),
  draft('a chain goes through a map: what the host writes is what the next command copies', async (bench) => {
    const queue = bench.queue()
    const [src, host] = [await bench.svm(SIZE), new Uint8Array(SIZE)]
    const write = bench.enqueue(queue, Command.svmMemcpy({ dstPtr: src.at(0), srcPtr: pattern(SIZE, 257) }))
    const mapped = await value('svmMap', ready(src.at(0)).pipe(svmMap(queue, { waitFor: [write] })))
    const expected = pattern(SIZE, 257)
    expectBytes('the mapped bytes', mapped.bytes, expected)
    mapped.bytes[5] = 0xaa
    expected[5] = 0xaa
    await value('the chain', of(mapped).pipe(Flow.lift(), svmUnmap(queue), svmMemcpy(queue, host), completed()))
    expectBytes('the host memory', host, expected)
  }),
  draft(
    'a map of fine-grained memory shows its own bytes, which stay after the unmap',
    async (bench) => {
      const queue = bench.queue()
      const memory = right('svmAlloc', bench.context.svmAlloc({ size: SIZE, flags: ['SVM_FINE_GRAIN_BUFFER'] }))
      await bench.fill(memory, pattern(SIZE, 258))
      const own = right('bytes', memory.bytes())
      const mapped = await map(queue, memory.at(8), 30, 'READ', 'WRITE')
      const { bytes } = mapped
      expectEqual('the buffer of the mapped bytes', bytes.buffer, own.buffer)
      expectBytes('the mapped bytes', bytes, pattern(SIZE, 258).slice(8, 38))
      bytes.set(pattern(30, 259))
      await unmapped(queue, mapped)
      const expected = pattern(SIZE, 258)
      copyBytes(pattern(30, 259), 0, expected, 8, 30)
      expectBytes('the memory', await bench.contents(memory), expected)
      expectEqual('isMapped', mapped.isMapped, false)
      expectTypeError('bytes of the ended mapping', () => mapped.bytes)
      expectBytes('its own bytes', own, expected)
      expectBytes('the bytes given before', bytes, pattern(30, 259))
    },
    'fineGrain',
  ),
]
