import { describe, expect, it } from 'vitest'
import { MappedObject } from '../../src/model/mapped.ts'
import { bufferRange, svmRange } from '../../src/model/memory-boxes.ts'
import { bufferOf, context, svmOf } from '../validate/objects.ts'

const here = context()
const buffer = bufferOf(here)
const mappingOf = () => new MappedObject(buffer, ['READ', 'WRITE'], bufferRange(buffer, 0, 4))
const memory = { bytes: Uint8Array.of(1, 2, 3, 4), rowPitch: 8, slicePitch: 16 }

const MESSAGE = 'The memory is not mapped: its map is not complete, or its unmap is enqueued.'
const LOOKS = ['bytes', 'rowPitch', 'slicePitch'] as const

describe('a mapping', () => {
  it.each(LOOKS)('throws a TypeError for %s before it is enqueued, and before it is complete', (key) => {
    const mapping = mappingOf()
    expect(() => mapping[key]).toThrow(TypeError)
    mapping.begin()
    expect(() => mapping[key]).toThrow(TypeError)
    mapping.open(() => memory)
    expect(mapping[key]).toBe(memory[key])
  })

  it.each(LOOKS)('throws a TypeError for %s after its unmap is enqueued, also when it was looked at before', (key) => {
    const mapping = mappingOf()
    mapping.begin()
    mapping.open(() => memory)
    expect(mapping[key]).toBe(memory[key])
    mapping.end()
    expect(() => mapping[key]).toThrow(new TypeError(MESSAGE))
  })

  it('is outstanding from the enqueueing of the map, mapped from its completion, and neither after its end', () => {
    const mapping = mappingOf()
    const states = () => [mapping.isOutstanding, mapping.isMapped]
    expect(states()).toEqual([false, false])
    mapping.begin()
    expect(states()).toEqual([true, false])
    mapping.open(() => memory)
    expect(states()).toEqual([true, true])
    mapping.end()
    expect(states()).toEqual([false, false])
  })

  it('asks for its memory when it is first looked at, and once', () => {
    let asked = 0
    const mapping = mappingOf()
    mapping.begin()
    mapping.open(() => {
      asked += 1
      return memory
    })
    expect(asked).toBe(0)
    expect(Object.is(mapping.bytes, mapping.bytes)).toBe(true)
    expect([mapping.rowPitch, mapping.slicePitch, asked]).toEqual([8, 16, 1])
  })

  it('keeps the buffer, the image or the whole allocation alive', () => {
    const allocation = svmOf(here)
    const pointer = allocation.at(8)
    expect(Object.is(mappingOf().memoryObject, buffer)).toBe(true)
    expect(Object.is(new MappedObject(pointer, [], svmRange(pointer, 8)).memoryObject, allocation)).toBe(true)
  })

  it.each([
    [['READ'], false],
    [[], false],
    [['WRITE'], true],
    [['WRITE_INVALIDATE_REGION'], true],
    [['READ', 'WRITE'], true],
  ] as const)('with %j is for writing: %s', (flags, isForWriting) => {
    expect(new MappedObject(buffer, flags, bufferRange(buffer, 0, 4)).isForWriting).toBe(isForWriting)
  })

  it('is genuine only itself', () => {
    const mapping = mappingOf()
    const { proxy: revoked, revoke } = Proxy.revocable(mapping, {})
    revoke()
    expect(MappedObject.isGenuine(mapping)).toBe(true)
    for (const other of [
      new Proxy(mapping, {}),
      revoked,
      Object.create(mapping),
      { _tag: 'Mapped', resource: buffer },
      null,
      undefined,
      'map',
    ])
      expect(MappedObject.isGenuine(other)).toBe(false)
  })
})
