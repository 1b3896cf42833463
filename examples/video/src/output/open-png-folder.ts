import { readdirSync, rmSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../files/make-folder.ts'
import { temporaryPath } from '../files/temporary-path.ts'
import type { VideoFormat } from '../video/video-format.ts'
import { encodePng } from './encode-png.ts'
import type { Output } from './output.ts'

const FRAME_NAME = /^frame-[0-9]+\.png$/

/** The file of the n-th frame, n from 1. */
const frameName = (frame: number): string => `frame-${String(frame).padStart(6, '0')}.png`

/**
 * Writes frame-000001.png and so on. A folder with such files is refused, because those of a longer video would stay
 * among the new ones. Each file is whole when it gets its name. Throws what Node does.
 */
export const openPngFolder = (folder: string, format: VideoFormat): Output => {
  const unmake = makeFolder(folder)
  const old = readdirSync(folder).find((name) => FRAME_NAME.test(name))
  if (old !== undefined) throw new Error(`${old} is there already; give another folder`)
  let written = 0
  return {
    name: folder,
    write: async (frame) => {
      const path = join(folder, frameName(written + 1))
      const temporary = temporaryPath(path)
      try {
        await writeFile(temporary, encodePng(format, frame))
        await rename(temporary, path)
      } catch (error) {
        rmSync(temporary, { force: true })
        throw error
      }
      written += 1
    },
    keep: async () => {},
    discard: async () => unmake(),
  }
}
