/** How the colours of a frame are stored. With chroma planes, the digits say how many chroma samples there are. */
export type Sampling = 'mono' | '420' | '422' | '444' | 'rgba'

/** What is the same for all frames of a video. All samples have 8 bits. */
export interface VideoFormat {
  /** In pixels. */
  readonly width: number
  /** In pixels. */
  readonly height: number
  readonly sampling: Sampling
  /** Whether rows of two moments alternate, so that they must stay in step. */
  readonly isInterlaced: boolean
  /** Whether luma fills 0 to 255, not 16 to 235. */
  readonly isFullRange: boolean
  /** The parameters of a Y4M header that say the rest, such as F30:1; without W and H. */
  readonly parameters: readonly string[]
}

/** One frame as it is stored: the planes one after the other, tightly packed. */
export interface Frame {
  readonly bytes: Uint8Array
  /** What follows FRAME in the line before it in Y4M, such as ' Ip'. */
  readonly parameters: string
}
