import { describe, expect, it } from 'vitest'
import { executionError } from '../../src/graph/execution-error.ts'
import type { Hazards } from '../../src/graph/hazards/hazards.ts'
import { Mappings } from '../../src/graph/mappings.ts'
import { BufferObject } from '../../src/model/buffer.ts'
import type { EventObject } from '../../src/model/event.ts'
import type { MapFlag } from '../../src/model/map-flag.ts'
import { MappedObject } from '../../src/model/mapped.ts'
import { bufferRange } from '../../src/model/memory-boxes.ts'
import { STATUS_CODES } from '../../src/model/status-codes.ts'
import type { ContextPort } from '../../src/port/backend.ts'
import { context, eventOf } from '../validate/objects.ts'

const COMPLETE = 0
const FAILED = STATUS_CODES.CL_MAP_FAILURE

/** Mappings over a port that writes down what it is told, and a buffer that does when it is given back. */
const world = () => {
  const log: string[] = []
  const here = context()
  const port = {
    mappedMemory: ({ handle }: { handle: unknown }) => {
      log.push(`memory of ${String(handle)}`)
      return { bytes: new Uint8Array(4), rowPitch: 0, slicePitch: 0 }
    },
    releaseMapping: ({ handle }: { handle: unknown }) => void log.push(`release of ${String(handle)}`),
  } as unknown as ContextPort
  const mappings = new Mappings(port, { alias: () => undefined } as unknown as Hazards)
  const owner = { dispose: () => void log.push('buffer given back') }
  const buffer = new BufferObject(
    here,
    'buffer',
    owner,
    { size: 64, flags: ['READ_WRITE'], origin: 0, parent: undefined, hostPtr: undefined },
    () => {
      throw new Error('makes no parts')
    },
  )
  /** A map that is enqueued and that the backend has taken, unless `handle` is null. */
  const map = (flags: readonly MapFlag[] = ['READ', 'WRITE'], offset = 0, size = 4, handle: unknown = 'map') => {
    const mapping = new MappedObject(buffer, flags, bufferRange(buffer, offset, size))
    const event = eventOf(here)
    mappings.begin(mapping, event)
    if (handle !== null) mapping.handle = handle
    return { mapping, event }
  }
  const conflict = (offset: number, size: number, isForWriting = true) =>
    mappings.findConflict(bufferRange(buffer, offset, size), isForWriting)
  return { log, mappings, buffer, map, conflict }
}

const settle = (event: EventObject, status: number): void =>
  event.settle(status, status < 0 ? executionError('MapBuffer', status, undefined) : undefined, undefined)

describe('a mapping that is enqueued', () => {
  it('shows its memory when its map is complete, which is asked for only then', () => {
    const { log, map } = world()
    const { mapping, event } = map()
    expect(() => mapping.bytes).toThrow(TypeError)
    settle(event, COMPLETE)
    expect(mapping.isMapped).toBe(true)
    expect(log).toEqual([])
    expect(mapping.bytes).toHaveLength(4)
    expect(log).toEqual(['memory of map'])
  })

  it('ends when its map fails, and the backend hears of it', () => {
    const { log, map, conflict } = world()
    const { mapping, event } = map()
    expect(conflict(0, 4)).toBe(mapping)
    settle(event, FAILED)
    expect([mapping.isOutstanding, mapping.isMapped, conflict(0, 4)]).toEqual([false, false, undefined])
    expect(() => mapping.bytes).toThrow(TypeError)
    expect(log).toEqual(['release of map'])
  })

  it('ends without a word to the backend when its map never reached that', () => {
    const { log, map, conflict } = world()
    const { mapping, event } = map(['READ'], 0, 4, null)
    settle(event, STATUS_CODES.CL_OUT_OF_RESOURCES)
    expect([mapping.isOutstanding, conflict(0, 4)]).toEqual([false, undefined])
    expect(log).toEqual([])
  })

  it('ends when its unmap is enqueued after the map is complete', () => {
    const { log, mappings, map, conflict } = world()
    const { mapping, event } = map()
    settle(event, COMPLETE)
    mappings.end(mapping)
    expect([mapping.isOutstanding, mapping.isMapped, conflict(0, 4)]).toEqual([false, false, undefined])
    expect(() => mapping.bytes).toThrow(TypeError)
    expect(log).toEqual([])
  })

  it.each([
    ['is complete', COMPLETE],
    ['fails', FAILED],
  ])('stays ended when its unmap is enqueued before the map %s', (_name, status) => {
    const { log, mappings, map, conflict } = world()
    const { mapping, event } = map()
    mappings.end(mapping)
    expect([mapping.isOutstanding, conflict(0, 4)]).toEqual([false, undefined])
    settle(event, status)
    expect([mapping.isOutstanding, mapping.isMapped]).toEqual([false, false])
    expect(() => mapping.bytes).toThrow(TypeError)
    expect(log).toEqual([])
  })

  it('keeps what it maps alive until its unmap is enqueued', () => {
    const { log, mappings, buffer, map } = world()
    const { mapping, event } = map()
    buffer.release()
    settle(event, COMPLETE)
    expect(log).toEqual([])
    mappings.end(mapping)
    expect(log).toEqual(['buffer given back'])
    mappings.end(mapping)
    expect(log).toEqual(['buffer given back'])
  })

  it('keeps what it maps alive until its map fails, and is given back before that', () => {
    const { log, buffer, map } = world()
    const { event } = map()
    buffer.release()
    settle(event, FAILED)
    expect(log).toEqual(['release of map', 'buffer given back'])
  })
})

describe('when the context is released', () => {
  it('a complete mapping ends at once', () => {
    const { log, mappings, buffer, map, conflict } = world()
    const { mapping, event } = map()
    settle(event, COMPLETE)
    buffer.release()
    mappings.endAll()
    expect([mapping.isOutstanding, mapping.isMapped, conflict(0, 4)]).toEqual([false, false, undefined])
    expect(() => mapping.bytes).toThrow(TypeError)
    expect(log).toEqual(['release of map', 'buffer given back'])
  })

  it.each([
    ['is complete', COMPLETE],
    ['fails', FAILED],
  ])('a mapping that is pending shows nothing, and is given back when its map %s', (_name, status) => {
    const { log, mappings, buffer, map } = world()
    const { mapping, event } = map()
    buffer.release()
    mappings.endAll()
    expect(mapping.isOutstanding).toBe(false)
    expect(log).toEqual([])
    settle(event, status)
    expect(mapping.isMapped).toBe(false)
    expect(() => mapping.bytes).toThrow(TypeError)
    expect(log).toEqual(['release of map', 'buffer given back'])
  })

  it('every mapping of a buffer ends, and one whose unmap was enqueued is not given back', () => {
    const { log, mappings, map } = world()
    const [first, second, third] = [map(['READ'], 0, 4, 1), map(['READ'], 0, 4, 2), map(['READ'], 0, 4, 3)]
    for (const { event } of [first, second, third]) settle(event, COMPLETE)
    mappings.end(second.mapping)
    mappings.endAll()
    mappings.endAll()
    expect(log).toEqual(['release of 1', 'release of 3'])
  })
})

describe('a conflict', () => {
  it.each([
    ['READ', false, false],
    ['READ', true, true],
    ['WRITE', false, true],
    ['WRITE', true, true],
    ['WRITE_INVALIDATE_REGION', false, true],
  ] as const)('with a map for %s, the new one for writing %s: %s', (flag, isForWriting, conflicts) => {
    const { map, conflict } = world()
    const { mapping } = map([flag], 8, 8)
    expect(conflict(15, 1, isForWriting)).toBe(conflicts ? mapping : undefined)
    expect(conflict(16, 1, isForWriting)).toBeUndefined()
    expect(conflict(0, 8, isForWriting)).toBeUndefined()
  })

  it('is with the map that shares bytes, whatever else is mapped', () => {
    const { mappings, map, conflict } = world()
    const [low, high] = [map(['WRITE'], 0, 8), map(['WRITE'], 8, 8)]
    expect(conflict(8, 1)).toBe(high.mapping)
    expect(conflict(4, 8)).toBe(low.mapping)
    mappings.end(low.mapping)
    expect(conflict(4, 8)).toBe(high.mapping)
    expect(conflict(0, 8)).toBeUndefined()
  })

  it('counts the mappings of an object that are outstanding', () => {
    const { mappings, buffer, map } = world()
    expect(mappings.count(buffer)).toBe(0)
    const { mapping } = map(['READ'])
    const { event } = map(['READ'])
    expect(mappings.count(buffer)).toBe(2)
    mappings.end(mapping)
    expect(mappings.count(buffer)).toBe(1)
    settle(event, FAILED)
    expect(mappings.count(buffer)).toBe(0)
  })
})
