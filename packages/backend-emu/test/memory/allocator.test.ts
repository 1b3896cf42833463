import { describe, expect, it } from 'vitest'
import { Allocator } from '../../src/memory/allocator.ts'
import type { Block } from '../../src/memory/block.ts'
import type { DevicePool } from '../../src/memory/device-pool.ts'
import { rowCopyOf } from '../../src/memory/row-copy.ts'
import { WasmMemories } from '../../src/memory/wasm-memories.ts'
import { right } from '../support/right.ts'

const MIB = 2 ** 20
const pool = (): DevicePool => ({ name: 'one', capacity: 2 ** 30, used: 0 })
const none = new WasmMemories(() => undefined)
const isWasm = ({ bytes }: Block): boolean => rowCopyOf(bytes) !== undefined
const isZero = ({ bytes, base, size }: Block): boolean =>
  Buffer.compare(bytes.subarray(base, base + size), new Uint8Array(size)) === 0

describe('where blocks live', () => {
  const small = (allocator: Allocator): Block => right(allocator.allocate(64, 64))
  const large = (allocator: Allocator): Block => right(allocator.allocate(MIB, 64))
  const shared = (allocator: Allocator): Block => right(allocator.allocateShared(MIB))

  it.each([
    ['a large block in a WebAssembly memory', large, new WasmMemories(), true],
    ['a small block in an ArrayBuffer', small, new WasmMemories(), false],
    ['a block that the host may see, in an ArrayBuffer', shared, new WasmMemories(), false],
    ['a large block in an ArrayBuffer where there is no WebAssembly', large, none, false],
  ])('%s', (_, make, memories, expected) => {
    const block = make(new Allocator([pool()], memories))
    expect(isWasm(block)).toBe(expected)
    expect(isZero(block)).toBe(true)
  })

  it('the second large block is in the store of the first', () => {
    const allocator = new Allocator([pool()], new WasmMemories())
    expect(large(allocator).store).toBe(large(allocator).store)
  })

  it.each([
    ['a WebAssembly memory', new WasmMemories()],
    ['an ArrayBuffer', none],
  ])('in %s, bytes that are used again are zeroed', (_, memories) => {
    const allocator = new Allocator([pool()], memories)
    large(allocator)
    const old = large(allocator)
    const { base, bytes } = old
    bytes.fill(9, base, base + MIB)
    allocator.free(old)
    const again = large(allocator)
    expect(again.store).toBe(old.store)
    expect(again.base).toBe(base)
    expect(isZero(again)).toBe(true)
  })

  it('a gigabyte that nobody writes to takes no memory of the process; what is written does', () => {
    const before = process.memoryUsage.rss()
    const block = right(new Allocator([pool()], new WasmMemories()).allocate(2 ** 30, 64))
    expect(isWasm(block)).toBe(true)
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * MIB)
    block.bytes.fill(1, 0, 128 * MIB)
    expect(process.memoryUsage.rss() - before).toBeGreaterThan(100 * MIB)
  })
})
