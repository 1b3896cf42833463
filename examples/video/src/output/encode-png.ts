import { PNG } from 'pngjs'
import { toRgba } from '../colour/to-rgba.ts'
import type { Frame, VideoFormat } from '../video/video-format.ts'

/** A frame as an RGBA PNG of 8 bits per channel. */
export const encodePng = (format: VideoFormat, { bytes }: Frame): Uint8Array => {
  const png = new PNG({ width: 1, height: 1 })
  png.width = format.width
  png.height = format.height
  png.data = Buffer.from(toRgba(format, format, bytes))
  return PNG.sync.write(png, { colorType: 6, inputColorType: 6 })
}
