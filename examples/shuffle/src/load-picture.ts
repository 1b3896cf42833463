import type { ClDevice } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Failure } from './failure.ts'
import { readPictureFile } from './files/read-picture-file.ts'
import { type Picture, pixelSize } from './picture.ts'
import { decodePng } from './png/decode-png.ts'
import { type PngLayout, readLayout } from './png/read-layout.ts'

/** Checks the size that the header claims, before memory for so many pixels is taken. */
const checkSize =
  (path: string, device: ClDevice) =>
  (layout: PngLayout): E.Either<Failure, PngLayout> => {
    const { width, height, depth } = layout
    const { image2dMaxWidth, image2dMaxHeight, maxMemAllocSize } = device
    const refuse = (limit: string): E.Either<Failure, never> =>
      E.left({ _tag: 'PictureTooLarge', path, width, height, limit })
    if (width > image2dMaxWidth || height > image2dMaxHeight) return refuse(`${image2dMaxWidth} x ${image2dMaxHeight}`)
    if (width * height * pixelSize(depth === 16 ? 16 : 8) > maxMemAllocSize)
      return refuse(`${maxMemAllocSize} bytes in one object`)
    return E.right(layout)
  }

/** Reads and decodes a PNG that the device can hold. Left: UnreadablePicture or PictureTooLarge. */
export const loadPicture = (path: string, device: ClDevice): E.Either<Failure, Picture> => {
  const unreadable = (reason: string): Failure => ({ _tag: 'UnreadablePicture', path, reason })
  return pipe(
    readPictureFile(path),
    E.flatMap((file) =>
      pipe(
        readLayout(file),
        E.mapLeft(unreadable),
        E.flatMap(checkSize(path, device)),
        E.flatMap((layout) => pipe(decodePng(file, layout), E.mapLeft(unreadable))),
      ),
    ),
  )
}
