import { toYuv } from '../colour/to-yuv.ts'
import type { Frame, Sampling } from '../video/video-format.ts'

/** A frame with its line before it, as one piece of a Y4M stream. RGBA becomes three whole planes. */
export const encodeY4mFrame = (sampling: Sampling, { bytes, parameters }: Frame): Uint8Array =>
  Buffer.concat([Buffer.from(`FRAME${parameters}\n`, 'latin1'), sampling === 'rgba' ? toYuv(bytes) : bytes])
