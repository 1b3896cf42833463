import * as E from 'fp-ts/lib/Either.js'
import type { Failure } from '../failure.ts'
import { countTiles, cutIntoTiles } from './cut-into-tiles.ts'
import { randomFrom } from './random.ts'
import { type Move, canShuffle, shuffleTiles } from './shuffle-tiles.ts'

/** A tile of one pixel in a picture of a thousand by a thousand. */
const MOST_TILES = 2 ** 20

/** The moves for a picture, a side of tiles and a seed. Left: TooManyTiles or NothingToExchange. */
export const planMoves = (
  { width, height }: { readonly width: number; readonly height: number },
  { tile, seed }: { readonly tile: number; readonly seed: number },
): E.Either<Failure, readonly Move[]> => {
  const count = countTiles({ width, height, tile })
  if (count > MOST_TILES) return E.left({ _tag: 'TooManyTiles', tile, tiles: count, most: MOST_TILES })
  const tiles = cutIntoTiles({ width, height, tile })
  return canShuffle(tiles)
    ? E.right(shuffleTiles(tiles, randomFrom(seed)))
    : E.left({ _tag: 'NothingToExchange', tile, width, height })
}
