import { type CropJob, PIXEL_SIZE, type Rectangle } from '../src/crop-job.ts'

/** A frame whose bytes differ by place and number. */
export const frameOf = ({ width, height }: CropJob, number: number): Uint8Array =>
  Uint8Array.from({ length: width * height * PIXEL_SIZE }, (_, index) => (index * 31 + number * 7) & 255)

/** Several of them, numbered from 0. */
export const framesOf = (job: CropJob, count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, number) => frameOf(job, number))

/** What the service does, by a loop over rows. */
export const cropOnHost = (width: number, { x, y, ...size }: Rectangle, frame: Uint8Array): Uint8Array => {
  const rows = Array.from({ length: size.height }, (_, row) => {
    const start = ((y + row) * width + x) * PIXEL_SIZE
    return frame.subarray(start, start + size.width * PIXEL_SIZE)
  })
  return Uint8Array.from(rows.flatMap((row) => [...row]))
}

/** Small, with a rectangle that touches no edge. */
export const JOB: CropJob = { width: 8, height: 6, rectangle: { x: 2, y: 1, width: 3, height: 4 } }

/** What comes out for a frame of JOB. */
export const cropOf = (frame: Uint8Array): Uint8Array => cropOnHost(JOB.width, JOB.rectangle, frame)
