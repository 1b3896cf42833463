import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Fields } from '../../codec/fields.ts'
import { decodeField } from '../../codec/mismatch.ts'
import { Size } from '../../codec/size.ts'
import type { BufferObject } from '../../model/buffer.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'
import type { ImageType } from '../../model/image-type.ts'
import { inWords } from '../rules/in-words.ts'
import { mismatchRefusal } from '../rules/mismatch-refusal.ts'
import { isLiveBuffer } from '../rules/object-rules.ts'

const NAME = 'createImage'

type DescError = ClError<'CL_INVALID_IMAGE_DESCRIPTOR'>

const DIMENSIONS = ['width', 'height', 'depth', 'arraySize'] as const
type Dimension = (typeof DIMENSIONS)[number]

export type ImageDimensions = Readonly<Record<Dimension, number>>

/** The dimensions that each type has. */
export const DIMENSIONS_OF: Readonly<Record<ImageType, readonly Dimension[]>> = {
  '1D': ['width'],
  '1D_BUFFER': ['width'],
  '1D_ARRAY': ['width', 'arraySize'],
  '2D': ['width', 'height'],
  '2D_ARRAY': ['width', 'height', 'arraySize'],
  '3D': ['width', 'height', 'depth'],
}

const invalid = (message: string): Either<DescError, never> =>
  left(refusal('CL_INVALID_IMAGE_DESCRIPTOR', NAME, 'image_desc', message))

/**
 * The dimensions of a description. One that the type does not have may be absent or 0, as it is in the fields of an
 * image, so that a description can be taken from one.
 */
export const readDimensions = (type: ImageType, desc: Fields): Either<DescError, ImageDimensions> => {
  const read = { width: 0, height: 0, depth: 0, arraySize: 0 }
  for (const name of DIMENSIONS) {
    const given = desc[name]
    if (!DIMENSIONS_OF[type].includes(name)) {
      if (given === undefined || given === 0) continue
      return invalid(`${name} is ${inWords(given)}; a ${type} image has none.`)
    }
    const size = decodeField(Size, name, given)
    if (size._tag === 'Left') return left(mismatchRefusal('CL_INVALID_IMAGE_DESCRIPTOR', NAME, 'image_desc', size.left))
    read[name] = size.right
  }
  return right(read)
}

/** Whether all devices of the context that have images make 2D ones from buffers. */
const has2DFromBuffer = ({ devices }: ContextIdentity): boolean =>
  devices.every(({ imageSupport, imagePitchAlignment }) => !imageSupport || imagePitchAlignment > 0)

/** The buffer behind a 1D_BUFFER image, and behind a 2D image that is made from one; others have their own memory. */
export const readImageBuffer = (
  context: ContextIdentity,
  type: ImageType,
  buffer: unknown,
): Either<DescError, BufferObject | undefined> => {
  if (type !== '1D_BUFFER') {
    if (buffer === undefined) return right(undefined)
    if (type !== '2D') return invalid(`buffer is ${inWords(buffer)}; a ${type} image is not made from one.`)
    if (!has2DFromBuffer(context))
      return invalid(`buffer is ${inWords(buffer)}; the devices of the context make no 2D images from buffers.`)
  }
  if (!isLiveBuffer(buffer))
    return invalid(`buffer is ${inWords(buffer)}; a ${type} image needs a buffer that is not released.`)
  if (buffer.context !== context)
    return invalid('buffer is of another context; it must be of the one that makes the image.')
  return right(buffer)
}
