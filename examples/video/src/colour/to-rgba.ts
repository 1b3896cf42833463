import { chromaStep, planesOf } from '../video/planes.ts'
import type { Sampling } from '../video/video-format.ts'

/** Black, and the steps from there to white, of luma and of chroma on either side of 128. */
const FULL = { black: 0, luma: 255, chroma: 255 }
const LIMITED = { black: 16, luma: 219, chroma: 224 }

/**
 * The pixels of a frame as opaque RGBA, rows from the top, by the weights of ITU-R BT.601. Pixels that share a chroma
 * sample get the same chroma. RGBA comes back as it is.
 */
export const toRgba = (
  { sampling, isFullRange }: { readonly sampling: Sampling; readonly isFullRange: boolean },
  { width, height }: { readonly width: number; readonly height: number },
  bytes: Uint8Array,
): Uint8Array => {
  if (sampling === 'rgba') return bytes
  const { black, luma, chroma } = isFullRange ? FULL : LIMITED
  const [, u, v] = planesOf(sampling, width, height)
  const [stepX, stepY] = chromaStep(sampling)
  const sampleAt = (offset: number): number => (((bytes[offset] ?? 0) - 128) * 255) / chroma
  // Clamped, because not every triple of samples is a colour.
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const pixel = y * width + x
      const light = (((bytes[pixel] ?? 0) - black) * 255) / luma
      let [blue, red] = [0, 0]
      if (u !== undefined && v !== undefined) {
        const sample = Math.floor(y / stepY) * u.width + Math.floor(x / stepX)
        blue = sampleAt(u.offset + sample)
        red = sampleAt(v.offset + sample)
      }
      rgba[4 * pixel] = light + 1.402 * red
      rgba[4 * pixel + 1] = light - 0.344_136 * blue - 0.714_136 * red
      rgba[4 * pixel + 2] = light + 1.772 * blue
      rgba[4 * pixel + 3] = 255
    }
  }
  return new Uint8Array(rgba.buffer)
}
