import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowCopyOf, type RowCopy } from '../../src/memory/row-copy.ts'
import { WasmMemories } from '../../src/memory/wasm-memories.ts'

const SIZE = 65_536

/** What the function has to do, byte by byte. */
const plainly =
  (bytes: Uint8Array): RowCopy =>
  (dst, src, rowBytes, rows, dstPitch, srcPitch) => {
    for (let y = 0; y < rows; y += 1)
      for (let x = 0; x < rowBytes; x += 1) bytes[dst + y * dstPitch + x] = bytes[src + y * srcPitch + x] as number
  }

const made = (size: number): { readonly bytes: Uint8Array; readonly copy: RowCopy } => {
  const bytes = new WasmMemories().make(size) as Uint8Array
  return { bytes, copy: rowCopyOf(bytes) as RowCopy }
}

describe('rows of the WebAssembly module', () => {
  const { bytes, copy } = made(SIZE)
  const pattern = Uint8Array.from({ length: SIZE }, (_, i) => (i * 7 + (i >> 8)) % 251)

  const expectSame = (...args: Parameters<RowCopy>): void => {
    bytes.set(pattern)
    copy(...args)
    const expected = pattern.slice()
    plainly(expected)(...args)
    expect(Buffer.compare(bytes, expected)).toBe(0)
  }

  it.each([1, 2, 15, 16, 17, 127, 128, 129, 255, 256, 257, 384, 4096])('copy rows of %i bytes', (rowBytes) => {
    expectSame(32_771, 5, rowBytes, 3, rowBytes + 1, rowBytes + 9)
  })

  it('copy each byte of the rows, and no other, at any offsets and pitches', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 8 }),
        fc.nat(200),
        fc.nat(200),
        fc.nat(200),
        fc.nat(200),
        fc.boolean(),
        (rowBytes, rows, dst, src, dstGap, srcGap, up) => {
          const half = SIZE / 2
          const to = dst + (up ? half : 0)
          const from = src + (up ? 0 : half)
          expectSame(to, from, rowBytes, rows, rowBytes + dstGap, rowBytes + srcGap)
        },
      ),
    )
  })

  it.each([5, 200])('copy rows of %i bytes up to the last byte of the memory', (rowBytes) => {
    expectSame(SIZE - 2 * rowBytes, 0, rowBytes, 2, rowBytes, rowBytes)
    expectSame(0, SIZE - 2 * rowBytes, rowBytes, 2, rowBytes, rowBytes)
  })

  it.each([5, 200])('of %i bytes beyond the memory are refused', (rowBytes) => {
    expect(() => copy(SIZE - 2 * rowBytes + 1, 0, rowBytes, 2, rowBytes, rowBytes)).toThrow(/out of bounds/)
  })

  it('work above 2 GiB, where signed addresses would be negative', () => {
    const high = 2 ** 31 + 65_536
    const large = made(high + 65_536)
    large.bytes.set(pattern.subarray(0, 1024), 64)
    large.copy(high, 64, 300, 2, 300, 500)
    large.copy(high + 4096, high, 300, 2, 300, 300)
    const rows = [...pattern.subarray(0, 300), ...pattern.subarray(500, 800)]
    expect([...large.bytes.subarray(high, high + 600)]).toEqual(rows)
    expect([...large.bytes.subarray(high + 4096, high + 4096 + 600)]).toEqual(rows)
  })
})
