/** A decoded picture: RGBA, rows from the top, tightly packed. */
export interface Picture {
  /** In pixels. */
  readonly width: number
  /** In pixels. */
  readonly height: number
  /** Bits per channel. */
  readonly depth: 8 | 16
  /** Four channels per pixel; a channel of 16 bits is in the byte order of this machine. */
  readonly bytes: Uint8Array
}

/** Bytes per pixel. */
export const pixelSize = (depth: Picture['depth']): number => (depth === 8 ? 4 : 8)
