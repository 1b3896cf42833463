import { of } from 'rxjs'
import {
  Flow,
  RGBA8,
  completed,
  copyBuffer,
  mapBuffer,
  mapImage,
  ready,
  svmMap,
  unmap,
  writeBuffer,
  type ClContext,
  type Mapped,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectGone, unmapped } from '../data/mapped.ts'
import { expectBytes, expectEqual, right } from '../expect.ts'
import { WAIT_LIST_ERROR } from '../failure/wait-list-error.ts'
import { pattern } from '../pattern.ts'
import { pause, refused, value } from '../settle.ts'
import type { Workbench } from '../workbench.ts'

const draft = drafts('release of what is mapped')
const SIZE = 64
const bytes = pattern(SIZE, 371)

/** A mapped buffer in a context of its own. */
const inContext = async (bench: Workbench): Promise<{ context: ClContext; mapped: Mapped }> => {
  const context = right('createContext', bench.opencl.createContext())
  const queue = right('createCommandQueue', context.createCommandQueue())
  const buffer = right('createBuffer', context.createBuffer({ size: SIZE }))
  const flow = of(bytes).pipe(Flow.lift(), writeBuffer(queue, buffer), mapBuffer(queue))
  return { context, mapped: await value('the map', flow) }
}

export const MAP_RELEASE: readonly Draft[] = [
  draft('releasing the context ends the maps of its buffers', async (bench) => {
    const { context, mapped } = await inContext(bench)
    const seen = mapped.bytes
    expectBytes('the mapped bytes', seen, bytes)
    context.release()
    expectGone('after the release', mapped, seen)
    await bench.contents(await bench.buffer(bytes))
  }),
  draft(
    'releasing the context ends the maps of its images',
    async (bench) => {
      const context = right('createContext', bench.opencl.createContext())
      const queue = right('createCommandQueue', context.createCommandQueue())
      const image = right('createImage', context.createImage({ type: '2D', format: RGBA8, width: 4, height: 4 }))
      const mapped = await value('the map', ready(image).pipe(mapImage(queue)))
      const seen = mapped.bytes
      context.release()
      expectGone('after the release', mapped, seen)
    },
    '2D images',
  ),
  draft(
    'releasing the context ends the maps of its shared virtual memory',
    async (bench) => {
      const context = right('createContext', bench.opencl.createContext())
      const queue = right('createCommandQueue', context.createCommandQueue())
      const memory = right('svmAlloc', context.svmAlloc({ size: SIZE }))
      const mapped = await value('the map', ready(memory.at(0)).pipe(svmMap(queue)))
      const seen = mapped.bytes
      context.release()
      expectGone('after the release', mapped, seen)
    },
    'svm',
  ),
  draft('releasing the context leaves the program its own memory', async (bench) => {
    const context = right('createContext', bench.opencl.createContext())
    const queue = right('createCommandQueue', context.createCommandQueue())
    const hostPtr = bytes.slice()
    const buffer = right('createBuffer', context.createBuffer({ size: SIZE, flags: ['USE_HOST_PTR'], hostPtr }))
    const mapped = await value('the map', ready(buffer).pipe(mapBuffer(queue)))
    expectBytes('the mapped bytes', mapped.bytes, bytes)
    context.release()
    expectEqual('isMapped', mapped.isMapped, false)
    expectBytes('the host memory', hostPtr, bytes)
  }),
  draft(
    'releasing the context while a map waits fails the map',
    async (bench) => {
      const context = right('createContext', bench.opencl.createContext())
      const queue = right('createCommandQueue', context.createCommandQueue())
      const gate = right('createUserEvent', context.createUserEvent())
      const buffer = right('createBuffer', context.createBuffer({ size: SIZE }))
      const result = refused('the map', ready(buffer).pipe(mapBuffer(queue, { waitFor: [gate] })), WAIT_LIST_ERROR)
      await pause()
      context.release()
      expectEqual('the cause', (await result).cause?._tag, 'CL_INVALID_CONTEXT')
    },
    'userEvents',
  ),
  draft('a mapped buffer that is released keeps its bytes for the host', async (bench) => {
    const queue = bench.queue()
    const buffer = await bench.buffer(bytes)
    const mapped = await value('the map', ready(buffer).pipe(mapBuffer(queue)))
    buffer.release()
    for (let round = 0; round < 20; round += 1) (await bench.buffer(pattern(SIZE, round))).release()
    expectBytes('the mapped bytes', mapped.bytes, bytes)
    const end = of(mapped).pipe(Flow.lift(), unmap(queue))
    const gone = { code: 'CL_INVALID_MEM_OBJECT', parameter: 'memobj', origin: 'validation' } as const
    await refused('unmap', end, gone)
    expectBytes('the mapped bytes after the refusal', mapped.bytes, bytes)
  }),
  draft('a buffer released behind its unmap has what the host wrote for the commands before', async (bench) => {
    const queue = bench.queue()
    const [buffer, other] = [await bench.buffer(bytes), await bench.buffer(SIZE)]
    const mapped = await value('the map', ready(buffer).pipe(mapBuffer(queue)))
    mapped.bytes.fill(5)
    const chain = of(mapped).pipe(Flow.lift(), unmap(queue), copyBuffer(queue, other), completed())
    const done = value('the chain', chain)
    await Promise.resolve()
    buffer.release()
    await done
    expectBytes('the copy', await bench.contents(other), new Uint8Array(SIZE).fill(5))
  }),
  draft('an unmap may go to another queue than the map, which is released', async (bench) => {
    const [first, second] = [bench.queue(), bench.queue()]
    const buffer = await bench.buffer(bytes)
    const mapped = await value('the map', ready(buffer).pipe(mapBuffer(first)))
    first.release()
    mapped.bytes.fill(6)
    await unmapped(second, mapped)
    expectBytes('the buffer', await bench.contents(buffer), new Uint8Array(SIZE).fill(6))
  }),
  draft(
    'a 2D image outlives the buffer that it was made from',
    async (bench) => {
      const width = bench.device.imagePitchAlignment
      const pixels = pattern(width * 8, 372)
      const buffer = await bench.buffer(pixels)
      const image = await bench.image({ type: '2D', format: RGBA8, width, height: 2, buffer })
      buffer.release()
      expectBytes('the image', await bench.contents(image), pixels)
    },
    '2D images',
    'imagesOfBuffers',
  ),
  draft('200 rounds of mapping in a context that is released', async (bench) => {
    for (let round = 0; round < 200; round += 1) {
      const { context, mapped } = await inContext(bench)
      if (round % 20 === 0) expectBytes(`round ${round}`, mapped.bytes, bytes)
      context.release()
      expectEqual('isMapped', mapped.isMapped, false)
    }
  }),
]
