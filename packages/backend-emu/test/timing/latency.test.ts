import { RGBA8, type ImageShape } from '@rxcl/core'
import type { PortCommand } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import type { EmulatorOptions, LatencyModel } from '../../src/index.ts'
import { mapBuffer, mapImage, mapSvm, unmap } from '../support/mappings.ts'
import { barrier, marker, put } from '../support/programs.ts'
import { at, host, type Session } from '../support/session.ts'
import { timedSession } from '../support/timed-session.ts'

const MS = 1_000_000n
const IMAGE: ImageShape = { type: '2D', format: RGBA8, width: 4, height: 4, depth: 0, arraySize: 0 }
const triple = [0, 0, 0] as const
const region = [2, 3, 1] as const
const rect = { bufferOrigin: triple, hostOrigin: triple, region, bufferRowPitch: 4, bufferSlicePitch: 12 } as const
const hostRect = { hostRowPitch: 4, hostSlicePitch: 12 } as const

/** A command of each kind, and the bytes of its region. */
const commandsOf = (session: Session): readonly (readonly [PortCommand, number])[] => {
  const buffer = session.buffer(64)
  const dstBuffer = session.buffer(64)
  const image = session.image(IMAGE)
  const dstImage = session.image(IMAGE)
  const svm = session.svm(64)
  const ptr = new Uint8Array(64)
  const pitches = { rowPitch: 16, slicePitch: 64 }
  const buffers = { srcBuffer: buffer, dstBuffer, srcOrigin: triple, dstOrigin: triple }
  const map = mapBuffer(buffer, ['READ'], 0, 10)
  const svmMap = mapSvm(at(svm, 0), ['READ'], 11)
  return [
    [{ _tag: 'WriteBuffer', buffer, offset: 0, size: 20, ptr }, 20],
    [{ _tag: 'ReadBuffer', buffer, offset: 0, size: 20, ptr }, 20],
    [{ _tag: 'CopyBuffer', srcBuffer: buffer, dstBuffer, srcOffset: 0, dstOffset: 0, size: 20 }, 20],
    [{ _tag: 'FillBuffer', buffer, pattern: Uint8Array.of(1), offset: 0, size: 20 }, 20],
    [{ _tag: 'WriteBufferRect', buffer, ...rect, ...hostRect, ptr }, 6],
    [{ _tag: 'ReadBufferRect', buffer, ...rect, ...hostRect, ptr }, 6],
    [
      {
        _tag: 'CopyBufferRect',
        ...buffers,
        region,
        srcRowPitch: 4,
        srcSlicePitch: 12,
        dstRowPitch: 4,
        dstSlicePitch: 12,
      },
      6,
    ],
    [{ _tag: 'WriteImage', image, origin: triple, region, inputRowPitch: 16, inputSlicePitch: 64, ptr }, 24],
    [{ _tag: 'ReadImage', image, origin: triple, region, ...pitches, ptr }, 24],
    [{ _tag: 'CopyImage', srcImage: image, dstImage, srcOrigin: triple, dstOrigin: triple, region }, 24],
    [{ _tag: 'FillImage', image, fillColor: new Uint8Array(16), origin: triple, region }, 24],
    [{ _tag: 'CopyImageToBuffer', srcImage: image, dstBuffer, srcOrigin: triple, region, dstOffset: 0 }, 24],
    [{ _tag: 'CopyBufferToImage', srcBuffer: buffer, dstImage, srcOffset: 0, dstOrigin: triple, region }, 24],
    [{ _tag: 'SvmMemcpy', dstPtr: at(svm, 0), srcPtr: host(ptr), size: 20 }, 20],
    [{ _tag: 'SvmMemFill', svmPtr: at(svm, 0), pattern: Uint8Array.of(1), size: 20 }, 20],
    [map, 10],
    [unmap(buffer, { mapping: map.mapping }), 10],
    [svmMap, 11],
    [{ _tag: 'SvmUnmap', svmPtr: at(svm, 0), mapping: svmMap.mapping }, 11],
    [mapImage(image, ['READ'], triple, region), 24],
    [{ _tag: 'MigrateMemObjects', memObjects: [buffer], flags: [] }, 0],
    [{ _tag: 'SvmMigrateMem', svmPointers: [at(svm, 0)], sizes: [64], flags: [] }, 0],
    [{ _tag: 'SvmFree', svmPointers: [at(svm, 0)] }, 0],
    [marker(), 0],
    [barrier(), 0],
  ]
}

/** Runs every command by itself and answers how long each took, with its bytes. */
const times = (latency: LatencyModel): readonly { tag: string; bytes: number; ms: number }[] => {
  const { session, time, at: until } = timedSession({ latency })
  const queue = session.queue({ profiling: true })
  return commandsOf(session).map(([command, bytes]) => {
    const event = session.submit(queue, command)
    until(time.now() + 10_000)
    const { start = 0n, end = -1n } = session.end(event)?.profile ?? {}
    return { tag: command._tag, bytes, ms: Number(end - start) / 1e6 }
  })
}

const ORDER_ONLY = new Set(['MigrateMemObjects', 'SvmMigrateMem', 'SvmFree', 'Marker', 'Barrier'])

describe('the time of a command', () => {
  it('is nothing without a model', () => {
    expect(times({}).filter(({ ms }) => ms !== 0)).toEqual([])
    expect(times({})).toHaveLength(25)
  })

  it('is that of `default` for every kind that moves bytes, and nothing for the others', () => {
    const taken = times({ default: { ms: 3 } })
    expect(taken.map(({ tag, ms }) => [tag, ms])).toEqual(taken.map(({ tag }) => [tag, ORDER_ONLY.has(tag) ? 0 : 3]))
  })

  it('is that of its kind where there is one, for every kind', () => {
    const tags = times({}).map(({ tag }) => tag)
    for (const tag of tags) {
      const latency = { default: { ms: 3 }, [tag]: { ms: 5 } }
      expect(times(latency).find((one) => one.tag === tag)?.ms).toBe(5)
    }
  })

  it('grows by the bytes of its region divided by bytesPerMs', () => {
    const taken = times({ default: { ms: 1, bytesPerMs: 2 } })
    expect(taken.map(({ tag, ms }) => [tag, ms])).toEqual(
      taken.map(({ tag, bytes }) => [tag, ORDER_ONLY.has(tag) ? 0 : 1 + bytes / 2]),
    )
  })
})

describe('a command that takes time', () => {
  const FIVE: EmulatorOptions = { latency: { default: { ms: 5 } } }

  it('is RUNNING meanwhile, has moved nothing, and ends when its time is over', () => {
    const { session, at: until } = timedSession(FIVE)
    const ptr = Uint8Array.of(9)
    const event = session.submit(session.queue(), {
      _tag: 'ReadBuffer',
      buffer: session.buffer(1),
      offset: 0,
      size: 1,
      ptr,
    })
    expect([until(4), session.port.eventStatus(event), [...ptr]]).toEqual([[], 1, [9]])
    expect([until(5), session.end(event)?.status, [...ptr]]).toEqual([[event], 0, [0]])
  })

  it('is SUBMITTED while its queue or its wait list keeps it, with the stamps of the scheduler', () => {
    const { session, at: until } = timedSession(FIVE)
    const queue = session.queue({ profiling: true, outOfOrder: true })
    const buffer = session.buffer(1)
    const [first, second] = [session.submit(queue, put(buffer, 1)), session.submit(queue, put(buffer, 2))]
    until(4)
    expect([session.port.eventStatus(first), session.port.eventStatus(second)]).toEqual([1, 2])
    until(10)
    expect(session.end(second)?.profile).toEqual({ queued: 0n, submit: 0n, start: 5n * MS, end: 10n * MS })
  })

  it('keeps its engine from queues of other contexts of the device', () => {
    const { session, at: until } = timedSession({ ...FIVE, device: { engines: 1 } })
    const second = session.another()
    const end = (port: typeof session.port, event: number): number => {
      const queue = port.createQueue({ device: session.device, outOfOrder: false, profiling: false })
      if (queue._tag === 'Left') throw new Error(queue.left.message)
      port.submit([{ event, queue: queue.right, command: put(session.buffer(1), 1), waits: [], failedWait: 0 }])
      return event
    }
    const [mine, other] = [end(session.port, 101), end(second, 102)]
    expect([until(5), until(10)]).toEqual([[mine], [mine, other]])
  })

  it('of another queue is not kept by one engine when it takes no time', () => {
    const { session, at: until } = timedSession({ latency: { WriteBuffer: { ms: 5 } }, device: { engines: 1 } })
    const buffer = session.buffer(1)
    const write = session.submit(session.queue(), put(buffer, 1))
    const fill = session.submit(session.queue(), {
      _tag: 'FillBuffer',
      buffer,
      pattern: Uint8Array.of(1),
      offset: 0,
      size: 1,
    })
    expect([until(4), until(5)]).toEqual([[fill], [fill, write]])
  })

  it('ends in time although another one that ends then takes up the task', () => {
    const { session, at: until } = timedSession({ ...FIVE, sliceBytes: 1 })
    const buffer = session.buffer(1)
    const events = [1, 2, 3].map((value) => session.submit(session.queue(), put(buffer, value)))
    expect([until(4), until(5)]).toEqual([[], events])
  })

  it('ends in time although its bytes are moved in many tasks', () => {
    const { session, at: until } = timedSession({ ...FIVE, sliceBytes: 1 })
    const event = session.submit(session.queue(), {
      _tag: 'WriteBuffer',
      buffer: session.buffer(64),
      offset: 0,
      size: 64,
      ptr: new Uint8Array(64),
    })
    expect([until(4), until(5)]).toEqual([[], [event]])
  })
})
