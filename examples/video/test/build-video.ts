import fc from 'fast-check'

/** A plane as rows of pixels, each pixel a list of samples. */
export type Rows = readonly (readonly (readonly number[])[])[]

export interface Video {
  readonly width: number
  readonly height: number
  /** What the header says after C; rgba is raw. */
  readonly colour: string
  /** The planes of each frame. */
  readonly frames: readonly (readonly Rows[])[]
}

/** Width and height of one chroma sample, by hand from the description of Y4M. */
export const CHROMA: Readonly<Record<string, readonly [number, number]>> = {
  '420jpeg': [2, 2],
  '420': [2, 2],
  '422': [2, 1],
  '444': [1, 1],
}

const rows = (width: number, height: number, samples: number, next: () => number): Rows =>
  Array.from({ length: height }, () => Array.from({ length: width }, () => Array.from({ length: samples }, next)))

/** A video whose samples follow from the seed; no two planes are alike. */
export const makeVideo = (width: number, height: number, colour: string, frames: number, seed = 1): Video => {
  let state = seed
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 24
  }
  const chroma = CHROMA[colour]
  const frame = (): readonly Rows[] => {
    const first = rows(width, height, colour === 'rgba' ? 4 : 1, next)
    if (chroma === undefined) return [first]
    const [w, h] = [Math.ceil(width / chroma[0]), Math.ceil(height / chroma[1])]
    return [first, rows(w, h, 1, next), rows(w, h, 1, next)]
  }
  return { width, height, colour, frames: Array.from({ length: frames }, frame) }
}

/** Videos of a few small frames in every colour space. */
export const videos = fc
  .tuple(
    fc.integer({ min: 1, max: 13 }),
    fc.integer({ min: 1, max: 13 }),
    fc.constantFrom('420jpeg', '420', '422', '444', 'mono', 'rgba'),
    fc.integer({ min: 0, max: 7 }),
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  )
  .map((parts) => makeVideo(...parts))

/** The planes one after the other. */
export const frameBytes = (frame: readonly Rows[]): Uint8Array => Uint8Array.from(frame.flat(3))

/** The file: Y4M, or raw where the colour is rgba. */
export const buildFile = ({ width, height, colour, frames }: Video): Buffer => {
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F30:1 Ip A1:1 C${colour}\n`)
  const line = Buffer.from('FRAME\n')
  const isRaw = colour === 'rgba'
  const pieces = frames.flatMap((frame) => (isRaw ? [frameBytes(frame)] : [line, frameBytes(frame)]))
  return Buffer.concat(isRaw ? pieces : [header, ...pieces])
}

/** Walks step by step and turns round at the ends: where the window is in frame `frame`, counted in steps. */
const walk = (frame: number, speed: number, most: number): number => {
  if (most === 0) return 0
  let [at, direction] = [0, 1]
  for (let step = 0; step < frame * speed; step += 1) {
    if (at + direction < 0 || at + direction > most) direction = -direction
    at += direction
  }
  return at
}

/** The window of each frame, cut by plain indexing. */
export const cutByHand = (video: Video, width: number, height: number): Video => ({
  ...video,
  width,
  height,
  frames: video.frames.map((frame, index) => {
    const [stepX, stepY] = CHROMA[video.colour] ?? [1, 1]
    const atX = walk(index, 3, Math.floor((video.width - width) / stepX))
    const atY = walk(index, 2, Math.floor((video.height - height) / stepY))
    const cut = (plane: Rows, x: number, y: number, w: number, h: number): Rows =>
      plane.slice(y, y + h).map((row) => row.slice(x, x + w))
    return frame.map((plane, number) =>
      number === 0
        ? cut(plane, atX * stepX, atY * stepY, width, height)
        : cut(plane, atX, atY, Math.ceil(width / stepX), Math.ceil(height / stepY)),
    )
  }),
})
