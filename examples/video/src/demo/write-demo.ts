import { rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Failure } from '../failure.ts'
import { makeFolder } from '../files/make-folder.ts'
import { temporaryPath } from '../files/temporary-path.ts'
import { tryOutput } from '../output/output.ts'
import { encodeY4mFrame } from '../y4m/encode-y4m-frame.ts'
import { headerLine } from '../y4m/parse-header.ts'
import { paintFrame } from './paint-frame.ts'

const [WIDTH, HEIGHT, FRAMES] = [320, 180, 90]

/** Paints a video of three seconds into demo.y4m beside the output. Left: UnusableOutput. Right: its path. */
export const writeDemo = async (out: string): Promise<E.Either<Failure, string>> => {
  const path = join(dirname(out), 'demo.y4m')
  const temporary = temporaryPath(path)
  const written = await tryOutput(path, async () => {
    makeFolder(dirname(path))
    const file = await open(temporary, 'w')
    try {
      await file.appendFile(
        headerLine({ width: WIDTH, height: HEIGHT, parameters: ['F30:1', 'Ip', 'A1:1', 'C420jpeg'] }),
      )
      for (let frame = 0; frame < FRAMES; frame += 1)
        await file.appendFile(encodeY4mFrame('420', { bytes: paintFrame(WIDTH, HEIGHT, frame), parameters: '' }))
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  })
  if (E.isLeft(written)) rmSync(temporary, { force: true })
  return pipe(
    written,
    E.map(() => path),
  )
}
