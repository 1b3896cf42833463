/** One tile of a picture. */
export interface Tile {
  /** The left column, in pixels. */
  readonly x: number
  /** The top row, in pixels. */
  readonly y: number
  readonly width: number
  readonly height: number
  /** Where the tile starts, in pixels, when all tiles stand tightly packed one after the other. */
  readonly offset: number
}

interface Cut {
  readonly width: number
  readonly height: number
  /** The side of a tile; tiles at the right and at the bottom are smaller where it does not divide the picture's. */
  readonly tile: number
}

/** How many tiles there will be. */
export const countTiles = ({ width, height, tile }: Cut): number => Math.ceil(width / tile) * Math.ceil(height / tile)

/** The tiles of a picture, row by row. They cover it once. */
export const cutIntoTiles = ({ width, height, tile }: Cut): readonly Tile[] => {
  const tiles: Tile[] = []
  let offset = 0
  for (let y = 0; y < height; y += tile) {
    for (let x = 0; x < width; x += tile) {
      const size = { width: Math.min(tile, width - x), height: Math.min(tile, height - y) }
      tiles.push({ x, y, ...size, offset })
      offset += size.width * size.height
    }
  }
  return tiles
}
