import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { planMoves } from '../../src/tiles/plan-moves.ts'

test('a picture of two equal tiles is planned', () => {
  const moves = planMoves({ width: 8, height: 4 }, { tile: 4, seed: 1 })
  expect(E.isRight(moves) && moves.right.length).toBe(2)
})

test('a picture of no two equal tiles is refused', () => {
  expect(planMoves({ width: 7, height: 4 }, { tile: 4, seed: 1 })).toEqual(
    E.left({ _tag: 'NothingToExchange', tile: 4, width: 7, height: 4 }),
  )
})

test('a million tiles are planned', () => {
  expect(E.isRight(planMoves({ width: 1024, height: 1024 }, { tile: 1, seed: 1 }))).toBe(true)
})

test('more than that are refused before they are made', () => {
  expect(planMoves({ width: 1025, height: 1024 }, { tile: 1, seed: 1 })).toEqual(
    E.left({ _tag: 'TooManyTiles', tile: 1, tiles: 1_049_600, most: 1_048_576 }),
  )
})
