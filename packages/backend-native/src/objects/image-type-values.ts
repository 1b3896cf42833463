import type { ImageType } from '@rxcl/core'

/** CL_MEM_OBJECT_IMAGE…: the cl_mem_object_type values. */
export const IMAGE_TYPE_VALUES: Readonly<Record<ImageType, number>> = {
  '2D': 0x10f1,
  '3D': 0x10f2,
  '2D_ARRAY': 0x10f3,
  '1D': 0x10f4,
  '1D_ARRAY': 0x10f5,
  '1D_BUFFER': 0x10f6,
}
