import * as E from 'fp-ts/lib/Either.js'
import { PNG } from 'pngjs'
import type { Picture } from '../picture.ts'
import { checkPixelData } from './check-pixel-data.ts'
import type { PngLayout } from './read-layout.ts'
import { restoreHiddenColour } from './restore-hidden-colour.ts'

const reasonOf = (error: unknown): string =>
  `it is no valid PNG: ${error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error)}`

/**
 * The pixels of a PNG of any colour type, depth and interlace as RGBA: 16 bits per channel where the file has 16, else 8.
 * Left: the reason why the file cannot be decoded.
 */
export const decodePng = (file: Buffer, layout: PngLayout): E.Either<string, Picture> =>
  E.tryCatch(() => {
    checkPixelData(layout)
    const depth = layout.depth === 16 ? 16 : 8
    const png = PNG.sync.read(file.subarray(0, layout.end), { skipRescale: depth === 16 })
    const { buffer, byteOffset, byteLength } = restoreHiddenColour(png)
    return { width: png.width, height: png.height, depth, bytes: new Uint8Array(buffer, byteOffset, byteLength) }
  }, reasonOf)
