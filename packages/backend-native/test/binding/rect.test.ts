import { afterEach, beforeEach, expect, it } from 'vitest'
import { OP } from '../../src/binding/words.ts'
import { describeWithDriver } from '../driver.ts'
import { Rig, bytesOf } from './rig.ts'

const REGION = [3, 2, 2] as const

/** The bytes of a box, each with where it lies: origin, row pitch and slice pitch. */
const places = (origin: readonly number[], row: number, slice: number): readonly number[] => {
  const [x0 = 0, y0 = 0, z0 = 0] = origin
  const list: number[] = []
  for (let z = 0; z < REGION[2]; z += 1)
    for (let y = 0; y < REGION[1]; y += 1)
      for (let x = 0; x < REGION[0]; x += 1) list.push(x0 + x + (y0 + y) * row + (z0 + z) * slice)
  return list
}

const SRC = { origin: [1, 1, 0], row: 5, slice: 15 } as const
const DST = { origin: [2, 0, 1], row: 4, slice: 12 } as const
const EMPTY = 200

describeWithDriver('boxes of bytes', (driver) => {
  let rig: Rig
  let src: number
  let dst: number
  beforeEach(async () => {
    rig = new Rig(driver)
    src = rig.buffer(64)
    dst = rig.buffer(64)
    const fills = [src, dst].map((buffer, slot) => [OP.WRITE_BUFFER, rig.queue, slot, 0, buffer, 0, 64, slot])
    await rig.run(fills, [bytesOf(64), new Uint8Array(64).fill(EMPTY)])
  })
  afterEach(() => rig.release())

  const read = async (buffer: number): Promise<Uint8Array> => {
    const target = new Uint8Array(64)
    expect(await rig.run([[OP.READ_BUFFER, rig.queue, 0, 0, buffer, 0, 64, 0]], [target])).toEqual([0])
    return target
  }
  const from = places(SRC.origin, SRC.row, SRC.slice)
  const to = places(DST.origin, DST.row, DST.slice)
  const moved = (given: Uint8Array, target: Uint8Array): Uint8Array => {
    const result = Uint8Array.from(target)
    for (const [i, place] of from.entries()) result[to[i] ?? 0] = given[place] ?? 0
    return result
  }
  const sides = [SRC.row, SRC.slice, DST.row, DST.slice]

  it.each(['COPY_BUFFER_RECT', 'COPY_BUFFER_ROWS'] as const)('go from buffer to buffer: %s', async (op) => {
    const copy = [OP[op], rig.queue, 0, 0, src, dst, ...SRC.origin, ...DST.origin, ...REGION, ...sides]
    expect(await rig.run([copy])).toEqual([0])
    expect(await read(dst)).toEqual(moved(bytesOf(64), new Uint8Array(64).fill(EMPTY)))
  })

  it('row by row wait for what they are to wait for, on an out-of-order queue too', async () => {
    const queue = rig.keep(driver.binding.createQueue(rig.context, driver.device.handle, true, false))
    const late = bytesOf(64, 7)
    const write = [OP.WRITE_BUFFER, queue, 0, 0, src, 0, 64, 0]
    const copy = [OP.COPY_BUFFER_ROWS, queue, 1, 1, 0, src, dst, ...SRC.origin, ...DST.origin, ...REGION, ...sides]
    expect(await rig.run([write, copy], [late])).toEqual([0, 0])
    expect(await read(dst)).toEqual(moved(late, new Uint8Array(64).fill(EMPTY)))
  })

  it('go within a buffer row by row where the driver would see an overlap', async () => {
    // Columns 0 to 2 and 3 to 5 of rows of 6.
    const copy = [OP.COPY_BUFFER_ROWS, rig.queue, 0, 0, src, src, 0, 0, 0, 3, 0, 0, 3, 4, 1, 6, 24, 6, 24]
    expect(await rig.run([copy])).toEqual([0])
    const expected = bytesOf(64)
    for (let row = 0; row < 4; row += 1) expected.copyWithin(row * 6 + 3, row * 6, row * 6 + 3)
    expect(await read(src)).toEqual(expected)
  })

  // Above 1 MiB host memory is used in place.
  it.each([64, 2_000_000])('go to host memory of %i bytes and leave the gaps alone', async (size) => {
    const target = new Uint8Array(size).fill(EMPTY)
    const [row, slice] = size === 64 ? [DST.row, DST.slice] : [1000, 1_500_000]
    const there = places([0, 0, 0], row, slice)
    const args = [src, ...SRC.origin, ...REGION, SRC.row, SRC.slice, row, slice, 0]
    expect(await rig.run([[OP.READ_BUFFER_RECT, rig.queue, 0, 0, ...args]], [target])).toEqual([0])
    const expected = new Uint8Array(size).fill(EMPTY)
    for (const [i, place] of from.entries()) expected[there[i] ?? 0] = bytesOf(64)[place] ?? 0
    expect(Buffer.compare(target, expected)).toBe(0)
  })

  it.each([64, 2_000_000])('come from host memory of %i bytes', async (size) => {
    const given = bytesOf(size, 3)
    const [row, slice] = size === 64 ? [5, 15] : [1000, 1_500_000]
    const there = places([0, 0, 0], row, slice)
    const args = [dst, ...DST.origin, ...REGION, DST.row, DST.slice, row, slice, 0]
    expect(await rig.run([[OP.WRITE_BUFFER_RECT, rig.queue, 0, 0, ...args]], [given])).toEqual([0])
    const expected = new Uint8Array(64).fill(EMPTY)
    for (const [i, place] of to.entries()) expected[place] = given[there[i] ?? 0] ?? 0
    expect(await read(dst)).toEqual(expected)
  })

  it.each([
    [23, 0],
    [22, -30],
  ])('do not reach beyond a view: of %i bytes where 23 are needed', async (length, status) => {
    const args = [src, 0, 0, 0, ...REGION, 5, 15, 4, 16, 0]
    const view = new Uint8Array(length)
    expect(await rig.run([[OP.READ_BUFFER_RECT, rig.queue, 0, 0, ...args]], [view])).toEqual([status])
  })
})
