import { describe, expect, it } from 'vitest'
import { rowCopyOf } from '../../src/memory/row-copy.ts'
import { WasmMemories } from '../../src/memory/wasm-memories.ts'
import { hostWebAssembly, type WebAssemblyApi } from '../../src/memory/web-assembly.ts'

const host = hostWebAssembly() as WebAssemblyApi
const MIB = 2 ** 20

const refuses = (part: keyof WebAssemblyApi, error: Error, tell = (): void => {}): WebAssemblyApi => ({
  Module: host.Module,
  Memory: host.Memory,
  Instance: host.Instance,
  [part]: function refuse() {
    tell()
    throw error
  },
})

describe('WasmMemories', () => {
  it.each([1, 65_536, 65_537, MIB])('makes %i zeroed bytes that have a row copy', (size) => {
    const bytes = new WasmMemories().make(size)
    expect(bytes?.length).toBe(size)
    expect(bytes?.every((byte) => byte === 0)).toBe(true)
    expect(rowCopyOf(bytes as Uint8Array)).toBeTypeOf('function')
  })

  it('makes memories of their own: a copy in one leaves the other as it is', () => {
    const memories = new WasmMemories()
    const [one, two] = [memories.make(512), memories.make(512)] as [Uint8Array, Uint8Array]
    one.fill(7, 0, 64)
    rowCopyOf(one)?.(128, 0, 32, 2, 32, 32)
    expect([one[128], one[191], one[192], two[128]]).toEqual([7, 7, 0, 0])
  })

  it.each([
    ['has no WebAssembly', undefined],
    ['compiles none', refuses('Module', new Error('unsafe-eval'))],
    ['has no room for a memory', refuses('Memory', new RangeError('could not allocate memory'))],
    ['makes no instance', refuses('Instance', new RangeError('could not allocate memory'))],
  ])('makes none where the host %s', (_, api) => {
    expect(new WasmMemories(() => api).make(MIB)).toBe(undefined)
  })

  it('compiles once, also where that fails', () => {
    let asked = 0
    const memories = new WasmMemories(() => refuses('Module', new Error('unsafe-eval'), () => void (asked += 1)))
    memories.make(MIB)
    memories.make(MIB)
    expect(asked).toBe(1)
  })

  it('asks a host that had no room for one more no second time', () => {
    let asked = 0
    const memories = new WasmMemories(() =>
      refuses('Memory', new RangeError('could not allocate'), () => void (asked += 1)),
    )
    memories.make(MIB)
    memories.make(MIB)
    expect(asked).toBe(1)
  })

  it.each([
    [2 ** 32, true],
    [2 ** 32 + 1, false],
  ])('of %i bytes, more than a 32-bit address reaches or not: made %s', (size, isMade) => {
    expect(new WasmMemories().make(size) !== undefined).toBe(isMade)
  })

  it('has no more of them at once than it may', () => {
    const memories = new WasmMemories(hostWebAssembly, 2)
    const kept = [memories.make(1), memories.make(1), memories.make(1)]
    expect(kept.map((bytes) => bytes?.length)).toEqual([1, 1, undefined])
  })
})

it('arrays of no such memory have no row copy', () => {
  expect(rowCopyOf(new Uint8Array(8))).toBe(undefined)
})
