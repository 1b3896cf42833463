import type { MappingRef } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import { nextTask, Session } from '../support/session.ts'

const begin = (options: ConstructorParameters<typeof Session>[0] = {}, outOfOrder = false) => {
  const session = new Session(options)
  const mapping: MappingRef = { handle: undefined }
  return { session, queue: session.queue({ outOfOrder }), buffer: session.buffer(), mapping }
}

const names = ({ driver }: Session) => driver.taken.map(({ name }) => name)
const mappings = ({ driver }: Session) => driver.live().mappings

describe('an unmap', () => {
  it('goes to the driver at once where its map is complete: a control', () => {
    const { session, queue, buffer, mapping } = begin({}, true)
    session.map(queue, buffer, mapping)
    session.end(0)
    session.unmap(queue, buffer, mapping)
    expect(names(session)).toEqual(['MAP_BUFFER', 'UNMAP'])
  })

  it('is kept from the driver until its map has settled, though the program does not have it wait', () => {
    const { session, queue, buffer, mapping } = begin({}, true)
    session.map(queue, buffer, mapping)
    session.unmap(queue, buffer, mapping)
    expect(names(session)).toEqual(['MAP_BUFFER'])
    session.end(0)
    expect(names(session)).toEqual(['MAP_BUFFER', 'UNMAP'])
  })

  it('of a map that is held by a user event is held too', async () => {
    const { session, queue, buffer, mapping } = begin({}, true)
    const gate = session.userEvent()
    session.map(queue, buffer, mapping, [gate])
    session.unmap(queue, buffer, mapping)
    session.port.setUserEventStatus(gate, 0)
    await nextTask()
    expect(names(session)).toEqual(['MAP_BUFFER'])
    session.end(0)
    session.end(0)
    expect(session.settled.map(({ status }) => status)).toEqual([0, 0])
  })

  it('of a map that failed does nothing and completes', () => {
    const { session, queue, buffer, mapping } = begin({}, true)
    const map = session.map(queue, buffer, mapping)
    const unmap = session.unmap(queue, buffer, mapping)
    session.end(0, -5)
    expect(names(session)).toEqual(['MAP_BUFFER', 'MARKER'])
    session.end(0)
    expect(session.ends).toEqual([
      [map, -5, 0],
      [unmap, 0, 0],
    ])
    expect(mappings(session)).toBe(0)
  })

  it('that names a failed map in its wait list fails with it', async () => {
    const { session, queue, buffer, mapping } = begin({}, true)
    const map = session.map(queue, buffer, mapping)
    const unmap = session.unmap(queue, buffer, mapping, [map])
    session.end(0, -5)
    await nextTask()
    expect(session.ends).toEqual([
      [map, -5, 0],
      [unmap, -14, map],
    ])
  })

  it('behind a failed map of its in-order queue fails with it', async () => {
    const { session, queue, buffer, mapping } = begin()
    const map = session.map(queue, buffer, mapping)
    const unmap = session.unmap(queue, buffer, mapping)
    session.end(0, -5)
    await nextTask()
    expect(session.ends.at(-1)).toEqual([unmap, -14, map])
    expect(mappings(session)).toBe(0)
  })
})

describe('the memory of a mapping', () => {
  it('is detached when the unmap is submitted, before the driver has it', () => {
    const { session, queue, buffer, mapping } = begin({}, true)
    session.map(queue, buffer, mapping)
    session.end(0)
    session.port.mappedMemory(mapping)
    expect(session.driver.shown.size).toBe(1)
    session.unmap(queue, buffer, mapping, [session.userEvent()])
    expect(session.driver.shown.size).toBe(0)
    expect(names(session)).toEqual(['MAP_BUFFER'])
  })

  it('is given back when the unmap has settled', () => {
    const { session, queue, buffer, mapping } = begin()
    session.map(queue, buffer, mapping)
    session.end(0)
    session.unmap(queue, buffer, mapping)
    expect(mappings(session)).toBe(1)
    session.end(0)
    expect(mappings(session)).toBe(0)
  })

  it('is given back when the unmap fails without the driver', async () => {
    const { session, queue, buffer, mapping } = begin({}, true)
    const gate = session.userEvent()
    session.map(queue, buffer, mapping)
    session.end(0)
    session.unmap(queue, buffer, mapping, [gate])
    session.port.setUserEventStatus(gate, -1)
    await nextTask()
    expect([names(session), mappings(session)]).toEqual([['MAP_BUFFER'], 0])
  })

  it('is given back by releaseMapping, and by a second one no more', () => {
    const { session, queue, buffer, mapping } = begin()
    session.map(queue, buffer, mapping)
    session.end(0)
    session.port.releaseMapping(mapping)
    session.port.releaseMapping(mapping)
    expect([mappings(session), session.driver.faults]).toEqual([0, []])
  })

  it('cannot be reached where the runtime forbids arrays over it: the TypeError says so', () => {
    const { session, queue, buffer, mapping } = begin({ hasExternalBuffers: false })
    session.map(queue, buffer, mapping)
    session.end(0)
    expect(() => session.port.mappedMemory(mapping)).toThrow(/forbids arrays over memory/)
  })

  it('that the addon has no room to note fails the map with CL_OUT_OF_HOST_MEMORY', async () => {
    const { session, queue, buffer, mapping } = begin({ hasNoMappings: true })
    const map = session.map(queue, buffer, mapping)
    await nextTask()
    expect(session.ends).toEqual([[map, -6, 0]])
    session.port.releaseMapping(mapping)
    expect(session.driver.faults).toEqual([])
  })
})
