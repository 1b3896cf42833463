import {
  Command,
  completed,
  createOpenCL,
  enqueue,
  RGBA8,
  type AnyCommand,
  type ClCommandQueue,
  type HazardMode,
} from '@rxcl/core'
import fc from 'fast-check'
import { forkJoin, lastValueFrom } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { emulator } from '../src/index.ts'
import { right } from './support/right.ts'

const SIZE = 512

interface Draw {
  readonly kind: number
  readonly queue: number
  readonly numbers: readonly number[]
}

/** Memory of each kind, filled alike each time, and the commands over it. */
const world = (seed: number, hazards: HazardMode) => {
  const context = right(createOpenCL(emulator({ seed })).createContext({ hazards }))
  const buffer = right(context.createBuffer({ size: SIZE }))
  const part = right(buffer.createSubBuffer({ origin: 128, size: 256 }))
  const other = right(context.createBuffer({ size: SIZE }))
  const image = right(context.createImage({ type: '2D', format: RGBA8, width: 8, height: 8 }))
  const line = right(context.createImage({ type: '1D_BUFFER', format: RGBA8, width: SIZE / 4, buffer }))
  const svm = right(context.svmAlloc({ size: SIZE, flags: ['SVM_FINE_GRAIN_BUFFER'] }))
  const shown = right(svm.bytes())
  const host = Uint8Array.from({ length: SIZE }, (_, i) => i)
  const contents = [Uint8Array.from(host, (byte) => byte ^ 0x55), Uint8Array.from(host, (byte) => byte ^ 0xaa)]
  const buffers = [buffer, part, other] as const

  const run = async (queue: ClCommandQueue, command: AnyCommand): Promise<void> => {
    right(await lastValueFrom(enqueue(queue, command).pipe(completed())))
  }
  const fill = async (queue: ClCommandQueue): Promise<void> => {
    await run(queue, Command.writeBuffer({ buffer, ptr: contents[0] as Uint8Array }))
    await run(queue, Command.writeBuffer({ buffer: other, ptr: contents[1] as Uint8Array }))
    await run(queue, Command.writeImage({ image, ptr: contents[0] as Uint8Array }))
    await run(queue, Command.svmMemcpy({ dstPtr: svm.at(0), srcPtr: contents[1] as Uint8Array }))
  }
  const read = async (queue: ClCommandQueue): Promise<readonly Uint8Array[]> => {
    const results = [0, 0, 0].map(() => new Uint8Array(SIZE))
    const [first, second, pixels] = results as [Uint8Array, Uint8Array, Uint8Array]
    await run(queue, Command.readBuffer({ buffer, ptr: first }))
    await run(queue, Command.readBuffer({ buffer: other, ptr: second }))
    await run(queue, Command.readImage({ image, ptr: pixels }))
    return [...results, host.slice(), shown.slice()]
  }

  const commandOf = ({ kind, numbers: [a = 0, b = 0, c = 0, d = 0, e = 0] }: Draw): AnyCommand => {
    const size = 1 + (c % 128)
    const target = buffers[a % 3] as (typeof buffers)[number]
    const offset = b % (target.size - size)
    const memory = e % 4 === 0 ? shown : host
    const ptr = memory.subarray(d % (SIZE - size), SIZE)
    const pixel = 1 + (c % 8)
    switch (kind) {
      case 0: {
        const source = buffers[d % 3] as (typeof buffers)[number]
        const fields = { srcOffset: e % (source.size - size), dstOffset: offset, size }
        return Command.copyBuffer({ srcBuffer: source, dstBuffer: target, ...fields })
      }
      case 1:
        return Command.writeBuffer({ buffer: target, offset, size, ptr })
      case 2:
        return Command.readBuffer({ buffer: target, offset, size, ptr })
      case 3:
        return Command.svmMemcpy({ dstPtr: svm.at(b % (SIZE - size)), srcPtr: host.subarray(d % (SIZE - size)), size })
      case 4:
        return Command.svmMemcpy({ dstPtr: host.subarray(d % (SIZE - size)), srcPtr: svm.at(b % (SIZE - size)), size })
      case 5:
        return Command.copyImageToBuffer({
          srcImage: image,
          srcOrigin: [8 - pixel, a % 4],
          region: [pixel, 1 + (b % 4)],
          dstBuffer: d % 2 === 0 ? buffer : other,
          dstOffset: e % 256,
        })
      case 6:
        return Command.copyBufferToImage({
          srcBuffer: d % 2 === 0 ? buffer : other,
          srcOffset: e % 256,
          dstImage: image,
          dstOrigin: [8 - pixel, a % 4],
          region: [pixel, 1 + (b % 4)],
        })
      case 7:
        return Command.writeImage({ image: line, origin: [a % 64], region: [pixel], ptr })
      case 8:
        return Command.fillBuffer({ buffer: target, pattern: Uint8Array.of(a), offset, size })
      default:
        return Command.copyBufferRect({
          srcBuffer: buffer,
          dstBuffer: other,
          srcOrigin: [a % 8, b % 4],
          dstOrigin: [c % 8, d % 4],
          region: [1 + (e % 8), 4],
          srcRowPitch: 16,
          dstRowPitch: 24,
        })
    }
  }
  return { context, fill, read, commandOf }
}

/** The bytes of every memory after a program, on one in-order queue, or on an in-order and two out-of-order ones. */
const bytesAfter = async (program: readonly Draw[], seed: number, hazards: HazardMode, isInOrder: boolean) => {
  const { context, fill, read, commandOf } = world(seed, hazards)
  const kinds = isInOrder ? [false] : [false, true, true]
  const queues = kinds.map((outOfOrder) => right(context.createCommandQueue({ outOfOrder })))
  const [first] = queues as [ClCommandQueue]
  await fill(first)
  const flows = program.map((draw) => {
    const queue = queues[draw.queue % queues.length] as ClCommandQueue
    return enqueue(queue, commandOf(draw)).pipe(completed())
  })
  // Copies that overlap are refused, on any queue.
  const ends = await lastValueFrom(forkJoin(flows))
  const bytes = await read(first)
  context.release()
  return { ends: ends.map((end) => (end._tag === 'Left' ? end.left._tag : 'done')), bytes }
}

const programs = fc.array(
  fc.record({
    kind: fc.nat({ max: 9 }),
    queue: fc.nat({ max: 2 }),
    numbers: fc.array(fc.nat({ max: 4095 }), { minLength: 5, maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 30, size: 'max' },
)

describe('a program on several queues, some of them out-of-order', () => {
  it('gives the bytes of an in-order queue, with each seed', async () => {
    await fc.assert(
      fc.asyncProperty(programs, fc.nat(), async (program, seed) => {
        const expected = await bytesAfter(program, 0, 'off', true)
        expect(await bytesAfter(program, seed, 'order', false)).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })

  it('gives other bytes with some seed when nothing orders it', async () => {
    const draws = fc.sample(programs, { seed: 7, numRuns: 20 })
    let different = 0
    for (const [seed, program] of draws.entries()) {
      const expected = await bytesAfter(program, 0, 'off', true)
      const given = await bytesAfter(program, seed, 'off', false)
      if (JSON.stringify(given.bytes) !== JSON.stringify(expected.bytes)) different += 1
    }
    expect(different).toBeGreaterThan(5)
  })
})
