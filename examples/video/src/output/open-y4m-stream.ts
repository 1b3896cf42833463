import type { Writable } from 'node:stream'
import type { VideoFormat } from '../video/video-format.ts'
import { encodeY4mFrame } from '../y4m/encode-y4m-frame.ts'
import { headerLine } from '../y4m/parse-header.ts'
import type { Output } from './output.ts'

/** Writes Y4M to standard output; each frame waits until the one before has left. The header goes with the first. */
export const openY4mStream = (stream: Writable, format: VideoFormat): Output => {
  let isBegun = false
  const send = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      stream.write(bytes, (error) => (error === null || error === undefined ? resolve() : reject(error)))
    })
  const begin = async (): Promise<void> => {
    if (isBegun) return
    isBegun = true
    await send(Buffer.from(headerLine(format), 'latin1'))
  }
  return {
    name: 'standard output',
    write: async (frame) => {
      await begin()
      await send(encodeY4mFrame(format.sampling, frame))
    },
    keep: begin,
    discard: async () => {},
  }
}
