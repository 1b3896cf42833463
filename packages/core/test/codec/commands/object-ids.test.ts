import { describe, expect, it } from 'vitest'
import { objectTable } from '../../../src/codec/commands/object-ids.ts'

describe('an object table', () => {
  it('makes an id where none is given, and finds the object by it', () => {
    const table = objectTable()
    const [a, b] = [{}, {}]
    const [idOfA, idOfB] = [table.add(a), table.add(b)]
    expect(idOfA).not.toBe(idOfB)
    expect([table.objectOf(idOfA), table.objectOf(idOfB)]).toEqual([a, b])
    expect(table.objectOf(idOfA)).toBe(a)
    expect([table.idOf(a), table.idOf(b)]).toEqual([idOfA, idOfB])
  })

  it('knows nothing of the others', () => {
    const table = objectTable()
    table.add({}, 'a')
    expect([table.idOf({}), table.objectOf('b')]).toEqual([undefined, undefined])
  })

  it('leaves an object its id when it is added again', () => {
    const table = objectTable()
    const a = {}
    expect([table.add(a, 'a'), table.add(a)]).toEqual(['a', 'a'])
  })

  it('makes no id that is given already', () => {
    const table = objectTable()
    const first = {}
    table.add(first, '1')
    expect(table.add({})).not.toBe('1')
    expect(table.objectOf('1')).toBe(first)
  })

  it('has one id for an object: the last that was given', () => {
    const table = objectTable()
    const a = {}
    table.add(a, 'old')
    table.add(a, 'new')
    expect([table.idOf(a), table.objectOf('old')]).toEqual(['new', undefined])
  })

  it('has one object for an id: the last that was added', () => {
    const table = objectTable()
    const [a, b] = [{}, {}]
    table.add(a, 'x')
    table.add(b, 'x')
    expect(table.objectOf('x')).toBe(b)
    expect(table.idOf(a)).toBeUndefined()
  })
})
