import { elementSize, type ImageShape, type LegalImageFormat } from '@rxcl/core'

export type Triple = readonly [number, number, number]

/** One format for each number of bytes per pixel. */
export const FORMATS: readonly LegalImageFormat[] = [
  { channelOrder: 'CL_R', channelDataType: 'CL_UNORM_INT8' },
  { channelOrder: 'CL_RG', channelDataType: 'CL_SNORM_INT8' },
  { channelOrder: 'CL_RGB', channelDataType: 'CL_UNORM_INT_101010' },
  { channelOrder: 'CL_RGBA', channelDataType: 'CL_HALF_FLOAT' },
  { channelOrder: 'CL_RGBA', channelDataType: 'CL_UNSIGNED_INT32' },
]

/** The largest coordinates of each image type in these tests, and a part of the image that touches no edge it need not. */
export const SHAPES: readonly {
  readonly shape: Omit<ImageShape, 'format'>
  readonly extent: Triple
  readonly origin: Triple
  readonly region: Triple
}[] = [
  {
    shape: { type: '1D', width: 7, height: 0, depth: 0, arraySize: 0 },
    extent: [7, 1, 1],
    origin: [3, 0, 0],
    region: [2, 1, 1],
  },
  {
    shape: { type: '1D_BUFFER', width: 7, height: 0, depth: 0, arraySize: 0 },
    extent: [7, 1, 1],
    origin: [3, 0, 0],
    region: [2, 1, 1],
  },
  {
    shape: { type: '1D_ARRAY', width: 5, height: 0, depth: 0, arraySize: 4 },
    extent: [5, 4, 1],
    origin: [1, 1, 0],
    region: [3, 2, 1],
  },
  {
    shape: { type: '2D', width: 5, height: 4, depth: 0, arraySize: 0 },
    extent: [5, 4, 1],
    origin: [1, 1, 0],
    region: [3, 2, 1],
  },
  {
    shape: { type: '2D_ARRAY', width: 5, height: 4, depth: 0, arraySize: 3 },
    extent: [5, 4, 3],
    origin: [1, 1, 1],
    region: [3, 2, 2],
  },
  {
    shape: { type: '3D', width: 5, height: 4, depth: 3, arraySize: 0 },
    extent: [5, 4, 3],
    origin: [1, 1, 1],
    region: [3, 2, 2],
  },
]

export const CASES = SHAPES.flatMap((part) =>
  FORMATS.map((format) => ({
    ...part,
    shape: { ...part.shape, format },
    type: part.shape.type,
    pixel: elementSize(format),
  })),
)

/** Calls `visit` with each pixel of a box. */
export const eachPixel = ([w, h, d]: Triple, visit: (x: number, y: number, z: number) => void): void => {
  for (let z = 0; z < d; z += 1) for (let y = 0; y < h; y += 1) for (let x = 0; x < w; x += 1) visit(x, y, z)
}

/** Where a pixel is among packed ones, in bytes. */
export const packedOffset = (extent: Triple, pixel: number, x: number, y: number, z: number): number =>
  ((z * extent[1] + y) * extent[0] + x) * pixel

export const volume = ([w, h, d]: Triple): number => w * h * d
