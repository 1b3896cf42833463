import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOST, Move } from '../../src/memory/move.ts'
import { setRowCopy } from '../../src/memory/row-copy.ts'
import { WasmMemories } from '../../src/memory/wasm-memories.ts'

interface Side {
  readonly offset: number
  readonly rowGap: number
  readonly sliceGap: number
}

const sides = fc.record({ offset: fc.nat(9), rowGap: fc.nat(3), sliceGap: fc.nat(5) })
const box = fc.record({
  rowBytes: fc.integer({ min: 1, max: 40 }),
  rows: fc.integer({ min: 1, max: 5 }),
  slices: fc.integer({ min: 1, max: 4 }),
})

const place = (side: Side, rowBytes: number, rows: number) => {
  const rowPitch = rowBytes + side.rowGap
  const slicePitch = rowPitch * rows + side.sliceGap
  return {
    ...side,
    rowPitch,
    slicePitch,
    position: (x: number, y: number, z: number) => side.offset + z * slicePitch + y * rowPitch + x,
  }
}

const finish = (move: Move, limit: number): number[] => {
  const steps: number[] = []
  while (!move.isFinished) steps.push(move.step(limit))
  return steps
}

const wasm = new WasmMemories().make(2400) as Uint8Array

describe('Move', () => {
  it('moves each byte of the box, and no other, in steps of any size', () => {
    fc.assert(
      fc.property(
        box,
        sides,
        sides,
        fc.integer({ min: 1, max: 70 }),
        fc.constantFrom('two arrays', 'one array', 'one WebAssembly memory'),
        (size, srcSide, dstSide, limit, where) => {
          const { rowBytes, rows, slices } = size
          const from = place(srcSide, rowBytes, rows)
          const to = place(dstSide, rowBytes, rows)
          const pattern = Uint8Array.from({ length: 2400 }, (_, i) => (i * 7) % 251)
          const store = where === 'one WebAssembly memory' ? wasm : pattern.slice()
          store.set(pattern)
          const src = where === 'two arrays' ? pattern : store
          const dstStart = 1200
          const expected = pattern.slice()
          for (let z = 0; z < slices; z += 1)
            for (let y = 0; y < rows; y += 1)
              for (let x = 0; x < rowBytes; x += 1)
                expected[dstStart + to.position(x, y, z)] = src[from.position(x, y, z)] as number
          const move = new Move()
          move.from(src, from.offset, from.rowPitch, from.slicePitch)
          move.to(store, dstStart + to.offset, to.rowPitch, to.slicePitch)
          move.extent(rowBytes, rows, slices)
          const steps = finish(move, limit)
          expect(store).toEqual(expected)
          expect(steps.reduce((sum, step) => sum + step, 0)).toBe(rowBytes * rows * slices)
          expect(Math.max(...steps)).toBeLessThanOrEqual(limit)
        },
      ),
    )
  })

  const filled = (src: Uint8Array, dst: Uint8Array, rowPitch: number): Move => {
    const move = new Move()
    move.from(src, 0, rowPitch, rowPitch * 2)
    move.to(dst, 0, 4, 8)
    move.extent(4, 2, 2)
    return move
  }

  it.each([
    ['rows and slices without a gap are one step', 4, [16]],
    ['rows with a gap are stepped over', 6, [16]],
  ])('%s', (_, rowPitch, steps) => {
    const dst = new Uint8Array(16)
    expect(finish(filled(new Uint8Array(64).fill(3), dst, rowPitch), 16)).toEqual(steps)
    expect(dst).toEqual(new Uint8Array(16).fill(3))
  })

  it.each([
    ['two or more rows within one array', 2, 64, true, true],
    ['a single row', 1, 64, true, false],
    ['rows of two arrays', 2, 64, false, false],
    ['rows of the most bytes', 2, 16 * 1024, true, true],
    ['longer rows', 2, 16 * 1024 + 1, true, false],
  ])('%s: the row copy of the array', (_, rows, rowBytes, isOne, isAsked) => {
    const dst = new Uint8Array(5 * rowBytes)
    const src = isOne ? dst : dst.slice()
    const asked: number[][] = []
    setRowCopy(dst, (...args) => void asked.push(args))
    const move = new Move()
    move.from(src, 1, rowBytes + 1, 0)
    move.to(dst, 3 * rowBytes, rowBytes, 0)
    move.extent(rowBytes, rows, 1)
    expect(finish(move, 2 * rowBytes)).toEqual([rows * rowBytes])
    expect(asked).toEqual(isAsked ? [[3 * rowBytes, 1, rowBytes, rows, rowBytes, rowBytes + 1]] : [])
  })

  it('a box of no bytes is finished before its first step', () => {
    const move = new Move()
    move.from(new Uint8Array(0), 9, 0, 0)
    move.to(new Uint8Array(0), 9, 0, 0)
    move.extent(0, 1, 1)
    expect(move.isFinished).toBe(true)
  })

  const detach = (bytes: Uint8Array): void => {
    structuredClone(bytes.buffer, { transfer: [bytes.buffer as ArrayBuffer] })
  }

  it('is lost when its source is detached between two steps, and writes nothing more', () => {
    const src = new Uint8Array(16).fill(3)
    const dst = new Uint8Array(16)
    const move = filled(src, dst, 4)
    expect(move.step(5)).toBe(5)
    detach(src)
    expect(move.step(5)).toBe(LOST)
    expect([...dst]).toEqual([3, 3, 3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  })

  it('is lost when its destination is detached between two steps', () => {
    const dst = new Uint8Array(16)
    const move = filled(new Uint8Array(16), dst, 4)
    expect(move.step(5)).toBe(5)
    detach(dst)
    expect(move.step(5)).toBe(LOST)
  })

  it.each([
    [16, 16],
    [15, LOST],
  ])('with %i of 16 bytes in the source its step answers %i', (length, answer) => {
    expect(filled(new Uint8Array(length), new Uint8Array(16), 4).step(99)).toBe(answer)
  })
})
