import { rmSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder } from '../files/make-folder.ts'
import { temporaryPath } from '../files/temporary-path.ts'
import type { VideoFormat } from '../video/video-format.ts'
import { encodeY4mFrame } from '../y4m/encode-y4m-frame.ts'
import { headerLine } from '../y4m/parse-header.ts'
import type { Output } from './output.ts'

const checkTarget = (path: string, input: string): void => {
  const there = statSync(path, { throwIfNoEntry: false, bigint: true })
  if (there === undefined) return
  if (there.isDirectory()) throw new Error('it is a folder')
  if (!there.isFile()) throw new Error('it is not a regular file; - writes to standard output')
  const source = statSync(input, { throwIfNoEntry: false, bigint: true })
  if (there.ino === source?.ino && there.dev === source.dev) throw new Error('it is the input itself')
}

/** Writes Y4M beside the path and puts it there at the end, cut behind the last whole frame. Throws what Node does. */
export const openY4mFile = async (path: string, input: string, format: VideoFormat): Promise<Output> => {
  checkTarget(path, input)
  const unmake = makeFolder(dirname(path))
  const temporary = temporaryPath(path)
  const remove = (): void => {
    rmSync(temporary, { force: true })
    unmake()
  }
  const handle = await open(temporary, 'w').catch((error: unknown) => {
    remove()
    throw error
  })
  const header = Buffer.from(headerLine(format), 'latin1')
  let whole = 0
  return {
    name: path,
    write: async (frame) => {
      const bytes = encodeY4mFrame(format.sampling, frame)
      const begin = whole === 0 ? header : new Uint8Array(0)
      await handle.appendFile(Buffer.concat([begin, bytes]))
      whole += begin.length + bytes.length
    },
    keep: async () => {
      if (whole === 0) await handle.appendFile(header)
      else await handle.truncate(whole)
      await handle.close()
      await rename(temporary, path).catch((error: unknown) => {
        remove()
        throw error
      })
    },
    discard: async () => {
      await handle.close()
      remove()
    },
  }
}
