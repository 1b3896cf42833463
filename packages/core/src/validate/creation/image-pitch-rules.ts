import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Fields } from '../../codec/fields.ts'
import { decodeField } from '../../codec/mismatch.ts'
import { Size } from '../../codec/size.ts'
import type { BufferObject } from '../../model/buffer.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'
import { elementSize } from '../../model/image-format.ts'
import type { ImageShape } from '../../model/image.ts'
import { mismatchRefusal } from '../rules/mismatch-refusal.ts'

const NAME = 'createImage'

type DescError = ClError<'CL_INVALID_IMAGE_DESCRIPTOR'>

/** How the pixels lie in the memory that an image is made from; tight where the image has memory of its own. */
export interface ImageLayout {
  /** In bytes, never 0. */
  readonly rowPitch: number
  /** In bytes, from slice to slice or image to image; for an image that has none of these, all its bytes. */
  readonly slicePitch: number
  /** From the first byte to the end of the last row or slice, gaps after it included. */
  readonly bytes: number
}

const invalid = (message: string): Either<DescError, never> =>
  left(refusal('CL_INVALID_IMAGE_DESCRIPTOR', NAME, 'image_desc', message))

const readPitch = (name: 'rowPitch' | 'slicePitch', desc: Fields): Either<DescError, number> => {
  const given = desc[name]
  const pitch = decodeField(Size, name, given === undefined ? 0 : given)
  return pitch._tag === 'Left'
    ? left(mismatchRefusal('CL_INVALID_IMAGE_DESCRIPTOR', NAME, 'image_desc', pitch.left))
    : pitch
}

/** 3D images have slices, arrays have images. */
export const hasSlices = ({ depth, arraySize }: ImageShape): boolean => depth > 0 || arraySize > 0

/**
 * The pitches of a description, with their defaults. `isFromHost` says whether flags or host memory speak of host memory;
 * only there, and for the row pitch of a 2D image from a buffer, may they be other than 0.
 */
export const readImageLayout = (
  shape: ImageShape,
  desc: Fields,
  isFromHost: boolean,
  buffer: BufferObject | undefined,
): Either<DescError, ImageLayout> => {
  const { type } = shape
  const pixel = elementSize(shape.format)
  const tightRow = shape.width * pixel
  const row = readPitch('rowPitch', desc)
  if (row._tag === 'Left') return row
  const slice = readPitch('slicePitch', desc)
  if (slice._tag === 'Left') return slice
  if (row.right !== 0) {
    if (!isFromHost && (buffer === undefined || type !== '2D'))
      return invalid(`rowPitch is ${row.right}; without host_ptr the row pitch of this ${type} image must be 0.`)
    if (row.right < tightRow || row.right % pixel !== 0)
      return invalid(
        `rowPitch is ${row.right}; it must be 0, or at least ${tightRow} and a multiple of the ${pixel} bytes of a pixel.`,
      )
  }
  const rowPitch = row.right === 0 ? tightRow : row.right
  const tightSlice = rowPitch * Math.max(shape.height, 1)
  if (slice.right !== 0) {
    if (!isFromHost) return invalid(`slicePitch is ${slice.right}; without host_ptr it must be 0.`)
    if (!hasSlices(shape)) return invalid(`slicePitch is ${slice.right}; a ${type} image has no slices.`)
    if (slice.right < tightSlice || slice.right % rowPitch !== 0)
      return invalid(
        `slicePitch is ${slice.right}; it must be 0, or at least ${tightSlice} and a multiple of the row pitch, ${rowPitch}.`,
      )
  }
  const slicePitch = slice.right === 0 ? tightSlice : slice.right
  return right({ rowPitch, slicePitch, bytes: slicePitch * Math.max(shape.depth, shape.arraySize, 1) })
}

/** Where the bytes of a buffer begin: in host memory, whose own start counts as aligned, or in the whole buffer. */
const startOf = ({ hostPtr, origin }: BufferObject): number =>
  hostPtr === undefined || hostPtr.buffer.byteLength === 0 ? origin : hostPtr.byteOffset

/** Refuses a 2D image whose rows or whose buffer begin where some device of the context with images cannot begin them. */
export const bufferAlignmentRefusal = (
  context: ContextIdentity,
  shape: ImageShape,
  { rowPitch }: ImageLayout,
  buffer: BufferObject | undefined,
): ClError<'CL_INVALID_IMAGE_FORMAT_DESCRIPTOR'> | undefined => {
  if (buffer === undefined || shape.type !== '2D') return undefined
  const misaligned = (message: string) => refusal('CL_INVALID_IMAGE_FORMAT_DESCRIPTOR', NAME, 'image_desc', message)
  const devices = context.devices.filter((device) => device.imageSupport)
  const pixel = elementSize(shape.format)
  const pitchStep = Math.max(...devices.map((device) => device.imagePitchAlignment)) * pixel
  if (rowPitch % pitchStep !== 0)
    return misaligned(`The row pitch is ${rowPitch}; in a buffer it must be a multiple of ${pitchStep} bytes.`)
  const startStep = Math.max(1, ...devices.map((device) => device.imageBaseAddressAlignment)) * pixel
  const start = startOf(buffer)
  if (start % startStep !== 0)
    return misaligned(
      `The buffer starts at byte ${start} of its memory; behind a 2D image it must be a multiple of ${startStep}.`,
    )
  return undefined
}
