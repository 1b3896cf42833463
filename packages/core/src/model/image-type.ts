/** CL_MEM_OBJECT_IMAGE…: what the second and third coordinate of a pixel mean. */
export const IMAGE_TYPES = ['1D', '1D_BUFFER', '1D_ARRAY', '2D', '2D_ARRAY', '3D'] as const

/** One of IMAGE_TYPES. */
export type ImageType = (typeof IMAGE_TYPES)[number]
