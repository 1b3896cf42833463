import type { ContextIdentity } from '../../../src/model/context-identity.ts'
import { RGBA8 } from '../../../src/model/image-format.ts'
import type { ImageType } from '../../../src/model/image-type.ts'
import { CREATE_IMAGE } from '../../../src/validate/conditions/creation/create-image.ts'
import { validateCreateImage } from '../../../src/validate/creation/create-image.ts'
import { creationWorld, type CreationWorld } from '../flag-cases.ts'
import { bufferOf } from '../objects.ts'
import type { Check, Input } from '../specification.ts'

export const check: Check = ({ context: of, desc, ...fields }) =>
  validateCreateImage(of as ContextIdentity)(desc === undefined ? fields : desc)
export const base = ({ here }: CreationWorld): Input => ({
  context: here,
  type: '2D',
  format: RGBA8,
  width: 16,
  height: 8,
  flags: undefined,
})
export const spec = { table: CREATE_IMAGE, world: creationWorld, base, check }

/** A 1D_BUFFER image of the base's width. */
export const onBuffer = ({ here }: CreationWorld): Input => ({
  type: '1D_BUFFER',
  width: 16,
  height: undefined,
  buffer: bufferOf(here),
})
/** A 2D image of the base's size from a buffer, whose rows are whole numbers of 16 bytes there. */
export const over2D = ({ here }: CreationWorld): Input => ({ buffer: bufferOf(here), rowPitch: 64 })

export const SHAPES: Readonly<Record<ImageType, Input>> = {
  '1D': { width: 3 },
  '1D_BUFFER': { width: 3 },
  '1D_ARRAY': { width: 3, arraySize: 2 },
  '2D': { width: 3, height: 5 },
  '2D_ARRAY': { width: 3, height: 5, arraySize: 2 },
  '3D': { width: 3, height: 5, depth: 2 },
}
export const NO_SIZE = { width: 0, height: 0, depth: 0, arraySize: 0 }
export const types = Object.keys(SHAPES) as ImageType[]
