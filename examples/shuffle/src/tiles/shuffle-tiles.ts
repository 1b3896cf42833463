import type { Tile } from './cut-into-tiles.ts'
import type { Random } from './random.ts'

/** The pixels of `from` go to the place of `to`, which has the same size. */
export interface Move {
  readonly from: Tile
  readonly to: Tile
}

const groupBySize = (tiles: readonly Tile[]): readonly (readonly Tile[])[] => {
  const groups = new Map<string, Tile[]>()
  for (const tile of tiles) {
    const size = `${tile.width}x${tile.height}`
    const group = groups.get(size)
    if (group === undefined) groups.set(size, [tile])
    else group.push(tile)
  }
  return [...groups.values()]
}

/** Sattolo's form of the Fisher-Yates shuffle: one cycle through all, so that nothing stays where it is. */
const cycle = (group: readonly Tile[], random: Random): readonly Move[] => {
  const places = [...group]
  for (let last = places.length - 1; last > 0; last -= 1) {
    const other = random(last)
    const [a, b] = [places[last], places[other]]
    if (a === undefined || b === undefined) throw new RangeError(`random answered ${other}, not 0 to ${last - 1}`)
    places[last] = b
    places[other] = a
  }
  return group.map((from, index) => ({ from, to: places[index] ?? from }))
}

/** Whether any two tiles have the same size. */
export const canShuffle = (tiles: readonly Tile[]): boolean => groupBySize(tiles).some((group) => group.length > 1)

/**
 * One move per tile. Tiles change places only with tiles of their size, and every tile moves that has one of its size.
 * Equal tiles and equal random numbers give equal moves.
 */
export const shuffleTiles = (tiles: readonly Tile[], random: Random): readonly Move[] =>
  groupBySize(tiles).flatMap((group) => cycle(group, random))

/** The moves that undo these. */
export const undoMoves = (moves: readonly Move[]): readonly Move[] =>
  moves.map(({ from, to }) => ({ from: to, to: from }))
