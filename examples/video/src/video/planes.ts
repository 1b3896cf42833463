import type { Sampling } from './video-format.ts'

/** One plane of a frame: rows from the top, tightly packed. */
export interface Plane {
  /** In pixels. */
  readonly width: number
  /** In pixels. */
  readonly height: number
  /** Bytes per pixel. */
  readonly pixelSize: 1 | 4
  /** Where it begins in the frame, in bytes. */
  readonly offset: number
}

/** How many pixels of luma one sample of chroma covers, along x and y. */
export const chromaStep = (sampling: Sampling): readonly [number, number] => {
  switch (sampling) {
    case '420':
      return [2, 2]
    case '422':
      return [2, 1]
    case 'mono':
    case '444':
    case 'rgba':
      return [1, 1]
  }
}

/** The planes of a frame, or of a window cut out of it. An odd side has a chroma sample for its last pixel too. */
export const planesOf = (sampling: Sampling, width: number, height: number): readonly Plane[] => {
  const first: Plane = { width, height, pixelSize: sampling === 'rgba' ? 4 : 1, offset: 0 }
  if (sampling === 'rgba' || sampling === 'mono') return [first]
  const [stepX, stepY] = chromaStep(sampling)
  const chroma = { width: Math.ceil(width / stepX), height: Math.ceil(height / stepY), pixelSize: 1 } as const
  const luma = width * height
  return [first, { ...chroma, offset: luma }, { ...chroma, offset: luma + chroma.width * chroma.height }]
}

/** Bytes of one plane. */
export const planeSize = ({ width, height, pixelSize }: Plane): number => width * height * pixelSize

/** Bytes of all planes. */
export const frameSize = (planes: readonly Plane[]): number =>
  planes.reduce((size, plane) => size + planeSize(plane), 0)
