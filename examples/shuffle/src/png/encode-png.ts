import { PNG } from 'pngjs'
import type { Picture } from '../picture.ts'

/** An RGBA PNG of 8 or 16 bits per channel with exactly these pixels. */
export const encodePng = ({ width, height, depth, bytes }: Picture): Uint8Array => {
  const png = new PNG({ width: 1, height: 1 })
  png.width = width
  png.height = height
  // A copy, because pngjs takes 16-bit samples from the start of the whole ArrayBuffer, wherever the view begins.
  png.data = Buffer.from(new Uint8Array(bytes).buffer)
  return PNG.sync.write(png, { colorType: 6, inputColorType: 6, bitDepth: depth })
}
