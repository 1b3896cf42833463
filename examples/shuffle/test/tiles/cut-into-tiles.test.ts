import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countTiles, cutIntoTiles } from '../../src/tiles/cut-into-tiles.ts'

const cuts = fc.record({
  width: fc.integer({ min: 1, max: 40 }),
  height: fc.integer({ min: 1, max: 40 }),
  tile: fc.integer({ min: 1, max: 45 }),
})

test('tiles at the right and at the bottom are as small as the picture leaves them', () => {
  expect(cutIntoTiles({ width: 5, height: 4, tile: 3 })).toEqual([
    { x: 0, y: 0, width: 3, height: 3, offset: 0 },
    { x: 3, y: 0, width: 2, height: 3, offset: 9 },
    { x: 0, y: 3, width: 3, height: 1, offset: 15 },
    { x: 3, y: 3, width: 2, height: 1, offset: 18 },
  ])
})

test('the tiles cover every pixel once and their packed places follow each other without a gap', () => {
  fc.assert(
    fc.property(cuts, (cut) => {
      const tiles = cutIntoTiles(cut)
      const covered = tiles.flatMap(({ x, y, width, height }) =>
        Array.from({ length: width * height }, (_, i) => (y + Math.floor(i / width)) * cut.width + x + (i % width)),
      )
      expect(covered.toSorted((a, b) => a - b)).toEqual([...Array(cut.width * cut.height).keys()])
      let next = 0
      for (const { offset, width, height } of tiles) {
        expect(offset).toBe(next)
        next += width * height
      }
    }),
  )
})

test('countTiles says how many there will be', () => {
  expect(countTiles({ width: 650, height: 427, tile: 64 })).toBe(77)
  fc.assert(fc.property(cuts, (cut) => countTiles(cut) === cutIntoTiles(cut).length))
})
