import { describe, expect, it } from 'vitest'
import { enqueueCommand } from '../../src/graph/enqueue-command.ts'
import { Command, type AnyCommand } from '../../src/model/commands/command.ts'
import { MappedObject } from '../../src/model/mapped.ts'
import { STATUS_CODES } from '../../src/model/status-codes.ts'
import { left, recorded, right, turn } from '../stream/fixture.ts'

const world = () => {
  const { backend, context, queue, buffer } = recorded()
  const enqueue = (command: AnyCommand) => enqueueCommand(queue, command, [])
  /** A map that is enqueued and, after this turn, with the backend. */
  const map = (command: AnyCommand) => {
    const event = right(enqueue(command))
    const mapping = event.valid !== undefined && 'mapping' in event.valid ? event.valid.mapping : undefined
    if (!(mapping instanceof MappedObject)) throw new TypeError('no map')
    return { event, mapping }
  }
  return { backend, context, buffer, enqueue, map }
}

describe('a map and its unmap', () => {
  it('show the memory of the backend from the completion of the one to the enqueueing of the other', async () => {
    const { backend, buffer, enqueue, map } = world()
    const memobj = buffer()
    const { event, mapping } = map(Command.mapBuffer({ buffer: memobj }))
    await turn()
    expect(mapping.isMapped).toBe(false)
    backend.settle(event.id)
    expect(Object.is(mapping.bytes, backend.mapped.bytes)).toBe(true)
    right(enqueue(Command.unmap({ memobj, mapped: mapping })))
    expect(() => mapping.bytes).toThrow(TypeError)
    await turn()
    expect(backend.tags).toEqual(['MapBuffer', 'UnmapMemObject'])
  })

  it('are one pair: a second unmap and an unmap of another object are refused', () => {
    const { buffer, enqueue, map } = world()
    const memobj = buffer()
    const { mapping: mapped } = map(Command.mapBuffer({ buffer: memobj }))
    const refused = { _tag: 'CL_INVALID_VALUE', command: 'UnmapMemObject', parameter: 'mapped_ptr' }
    expect(left(enqueue(Command.unmap({ memobj: buffer(), mapped })))).toMatchObject(refused)
    right(enqueue(Command.unmap({ memobj, mapped })))
    expect(left(enqueue(Command.unmap({ memobj, mapped })))).toMatchObject(refused)
  })

  it('lock the bytes for other maps, from the enqueueing of the one to that of the other', () => {
    const { buffer, enqueue, map } = world()
    const memobj = buffer()
    const again = Command.mapBuffer({ buffer: memobj, mapFlags: ['READ'], offset: 8 })
    const { mapping } = map(Command.mapBuffer({ buffer: memobj, mapFlags: ['WRITE'], size: 9 }))
    expect(left(enqueue(again))).toMatchObject({ _tag: 'CL_INVALID_OPERATION', parameter: 'buffer' })
    right(enqueue(Command.unmap({ memobj, mapped: mapping })))
    right(enqueue(again))
  })

  it('lock nothing when the map is refused or has failed', async () => {
    const { backend, buffer, enqueue, map } = world()
    const memobj = buffer()
    left(enqueue(Command.mapBuffer({ buffer: memobj, size: 65 })))
    const { event, mapping } = map(Command.mapBuffer({ buffer: memobj }))
    await turn()
    backend.settle({ event: event.id, status: STATUS_CODES.CL_MAP_FAILURE })
    expect(backend.released).toEqual([String(mapping.handle)])
    expect(left(enqueue(Command.unmap({ memobj, mapped: mapping })))).toMatchObject({ _tag: 'CL_INVALID_VALUE' })
    right(enqueue(Command.mapBuffer({ buffer: memobj })))
  })

  it('may be of a turn: the unmap of a map that is not complete shows nothing and is not given back again', async () => {
    const { backend, buffer, enqueue, map } = world()
    const memobj = buffer()
    const { mapping } = map(Command.mapBuffer({ buffer: memobj }))
    right(enqueue(Command.unmap({ memobj, mapped: mapping })))
    memobj.release()
    await turn()
    backend.settleAll()
    expect(mapping.isMapped).toBe(false)
    expect(backend.released).toEqual(['buffer 2'])
  })
})

describe('a context that is released', () => {
  it('ends its complete maps, and gives back first the maps, then what is mapped', async () => {
    const { backend, context, buffer, map } = world()
    const memobj = buffer()
    const { event, mapping } = map(Command.mapBuffer({ buffer: memobj }))
    await turn()
    backend.settle(event.id)
    expect(mapping.isMapped).toBe(true)
    context.release()
    expect(() => mapping.bytes).toThrow(TypeError)
    expect(backend.released).toEqual([String(mapping.handle), 'queue 1', 'buffer 2', 'context'])
  })

  it('ends its pending maps when they have settled, and is given back only then', async () => {
    const { backend, context, buffer, map } = world()
    const { event, mapping } = map(Command.mapBuffer({ buffer: buffer() }))
    await turn()
    context.release()
    expect(backend.released).toEqual([])
    backend.settle(event.id)
    expect(mapping.isMapped).toBe(false)
    expect(backend.released).toEqual([String(mapping.handle), 'buffer 2', 'queue 1', 'context'])
  })
})

describe('shared virtual memory', () => {
  it('cannot be freed by a command while it is mapped', () => {
    const { context, enqueue, map } = world()
    const svmPtr = right(context.svmAlloc({ size: 64 })).at(0)
    const { mapping } = map(Command.svmMap({ svmPtr }))
    const free = Command.svmFree({ svmPointers: [svmPtr] })
    expect(left(enqueue(free))).toMatchObject({ _tag: 'CL_INVALID_VALUE', parameter: 'svm_pointers' })
    right(enqueue(Command.svmUnmap({ svmPtr, mapped: mapping })))
    right(enqueue(free))
  })

  it('is invalid once its free is enqueued, and given back when the last command that uses it has settled', async () => {
    const { backend, context, enqueue } = world()
    const svmPtr = right(context.svmAlloc({ size: 64 })).at(0)
    const fill = Command.svmMemFill({ svmPtr, pattern: new Uint8Array(4) })
    const before = right(enqueue(fill))
    const free = right(enqueue(Command.svmFree({ svmPointers: [svmPtr] })))
    expect(left(enqueue(fill))).toMatchObject({ _tag: 'CL_INVALID_VALUE', parameter: 'svm_ptr' })
    expect(left(enqueue(Command.svmFree({ svmPointers: [svmPtr] })))).toMatchObject({ parameter: 'svm_pointers' })
    await turn()
    backend.settle(before.id)
    expect(backend.released).toEqual([])
    backend.settle(free.id)
    expect(backend.released).toEqual(['svm 2'])
  })
})
