import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutIntoTiles, type Tile } from '../../src/tiles/cut-into-tiles.ts'
import { randomFrom } from '../../src/tiles/random.ts'
import { canShuffle, shuffleTiles, undoMoves } from '../../src/tiles/shuffle-tiles.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const tiles = fc
  .record({
    width: fc.integer({ min: 1, max: 30 }),
    height: fc.integer({ min: 1, max: 30 }),
    tile: fc.integer({ min: 1, max: 12 }),
  })
  .map(cutIntoTiles)

const sizeOf = ({ width, height }: Tile): string => `${width}x${height}`

describe('shuffleTiles', () => {
  test('gives every tile one place and every place one tile', () => {
    fc.assert(
      fc.property(tiles, seeds, (all, seed) => {
        const moves = shuffleTiles(all, randomFrom(seed))
        expect(new Set(moves.map(({ from }) => from))).toEqual(new Set(all))
        expect(new Set(moves.map(({ to }) => to))).toEqual(new Set(all))
        expect(moves).toHaveLength(all.length)
      }),
    )
  })

  test('moves every tile that has another of its size, and only to a place of that size', () => {
    fc.assert(
      fc.property(tiles, seeds, (all, seed) => {
        for (const { from, to } of shuffleTiles(all, randomFrom(seed))) {
          const isAlone = all.filter((other) => sizeOf(other) === sizeOf(from)).length === 1
          expect(sizeOf(to)).toBe(sizeOf(from))
          expect(to === from).toBe(isAlone)
        }
      }),
    )
  })

  test('gives the same moves for the same seed', () => {
    const all = cutIntoTiles({ width: 20, height: 20, tile: 4 })
    expect(shuffleTiles(all, randomFrom(7))).toEqual(shuffleTiles(all, randomFrom(7)))
  })

  test('gives other moves for another seed', () => {
    const all = cutIntoTiles({ width: 20, height: 20, tile: 4 })
    expect(shuffleTiles(all, randomFrom(8))).not.toEqual(shuffleTiles(all, randomFrom(7)))
  })
})

test('undoMoves brings every tile back to where it was', () => {
  const moves = shuffleTiles(cutIntoTiles({ width: 20, height: 13, tile: 4 }), randomFrom(3))
  const back = new Map(undoMoves(moves).map(({ from, to }) => [from, to]))
  for (const { from, to } of moves) expect(back.get(to)).toBe(from)
})

describe('canShuffle', () => {
  test.each([
    { width: 8, height: 4, tile: 4, can: true, why: 'two tiles of one size' },
    { width: 7, height: 4, tile: 4, can: false, why: 'two tiles of two sizes' },
    { width: 4, height: 4, tile: 4, can: false, why: 'one tile' },
    { width: 4, height: 4, tile: 9, can: false, why: 'a tile larger than the picture' },
  ])('is $can for $why', ({ can, ...cut }) => expect(canShuffle(cutIntoTiles(cut))).toBe(can))
})
