import type { ImageShape, MemFlag } from '@rxcl/core'
import type { ImageStorage } from '@rxcl/core/port'
import type { Quirks } from '../quirks/quirks.ts'

/** Whether the platform cannot make the image over the memory that it is to be made over (`USE_HOST_PTR`). */
export const needsMirror = (
  { type, height }: ImageShape,
  flags: readonly MemFlag[],
  { rowPitch, slicePitch }: ImageStorage,
  quirks: Quirks,
): boolean =>
  flags.includes('USE_HOST_PTR') &&
  (type === '2D_ARRAY' || type === '3D') &&
  slicePitch !== rowPitch * height &&
  quirks.has('host-slice-pitch-ignored')

/** The flags of an image with a copy of that memory. */
export const copied = (flags: readonly MemFlag[]): readonly MemFlag[] =>
  flags.map((flag) => (flag === 'USE_HOST_PTR' ? 'COPY_HOST_PTR' : flag))
