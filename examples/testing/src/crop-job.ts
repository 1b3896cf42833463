/** A rectangle of a picture, in pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What is cut out of frames of which size. */
export interface CropJob {
  /** Of every frame, in pixels. */
  readonly width: number
  /** Of every frame, in pixels. */
  readonly height: number
  readonly rectangle: Rectangle
}

/** Of an RGBA pixel, in bytes. */
export const PIXEL_SIZE = 4
