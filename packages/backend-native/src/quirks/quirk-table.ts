/** A fault of a driver that must be guarded against only where it is. Faults guarded everywhere: docs/drivers.md. */
export interface Quirk {
  readonly id: QuirkId
  /** CL_PLATFORM_NAME. */
  readonly platform: RegExp
  /** The major number of the driver in CL_PLATFORM_VERSION: guarded up to this one, which has the fault or may. */
  readonly upTo: number
  readonly symptom: string
  readonly guard: string
}

export type QuirkId =
  | 'buffer-images-crash'
  | 'sub-buffer-image-copies-crash'
  | 'sub-buffer-rect-copies-crash'
  | 'rect-copies-in-buffer-refused'
  | 'images-of-parts-crash'
  | 'failures-without-callback'
  | 'row-arrays-not-copied'
  | 'overlapping-sub-buffers-crash'
  | 'copies-within-array-wrong'
  | 'infinite-halves-not-filled'
  | 'host-slice-pitch-ignored'
  | 'callbacks-late'

/** PoCL calls itself this. */
const POCL = /^Portable Computing Language$/

/** NVIDIA calls itself this; its version is that of CUDA. */
const NVIDIA = /^NVIDIA CUDA$/

/** docs/drivers.md has a row for each. */
export const QUIRK_TABLE: readonly Quirk[] = [
  {
    id: 'buffer-images-crash',
    platform: POCL,
    upTo: 6,
    symptom:
      'Copies between a 1D_BUFFER image and a buffer, and fills of one, crash the process; ' +
      'copies between one and another image are CL_INVALID_MEM_OBJECT.',
    guard: 'Commands on such images become commands on the buffer behind them.',
  },
  {
    id: 'sub-buffer-image-copies-crash',
    platform: POCL,
    upTo: 6,
    symptom: 'Copies between an image and a sub-buffer crash the process.',
    guard: 'The copy uses the parent buffer.',
  },
  {
    id: 'sub-buffer-rect-copies-crash',
    platform: POCL,
    upTo: 6,
    symptom: 'Copies of a box from or to a sub-buffer crash the process.',
    guard: 'The copy uses the parent buffer.',
  },
  {
    id: 'rect-copies-in-buffer-refused',
    platform: POCL,
    upTo: 6,
    symptom: 'Copies of a box within a buffer are CL_MEM_COPY_OVERLAP although no byte is read and written.',
    guard: 'The rows are copied one by one. A profile of such a copy is that of the marker behind them.',
  },
  {
    id: 'images-of-parts-crash',
    platform: POCL,
    upTo: 6,
    symptom: 'Commands on images abort the process on a queue of a sub-device.',
    guard: 'Sub-devices have no image support.',
  },
  {
    id: 'failures-without-callback',
    platform: POCL,
    upTo: 6,
    symptom: 'The completion callback of a failed command is never called.',
    guard: 'While commands are in flight and none ends, their events are looked at every 50 ms.',
  },
  {
    id: 'row-arrays-not-copied',
    platform: NVIDIA,
    upTo: Infinity,
    symptom: 'Copies between a 1D_ARRAY image and a buffer are CL_INVALID_VALUE, whatever the box.',
    guard: '1D_ARRAY images are made as 2D images of as many rows: the same coordinates, the same bytes.',
  },
  {
    id: 'overlapping-sub-buffers-crash',
    platform: NVIDIA,
    upTo: Infinity,
    symptom: 'The release of a sub-buffer that overlaps another crashes the process, after commands on both.',
    guard: 'Commands use the parent buffer; boxes are copied between its parts row by row.',
  },
  {
    id: 'copies-within-array-wrong',
    platform: NVIDIA,
    upTo: Infinity,
    symptom: 'Copies within one 2D_ARRAY image move other pixels.',
    guard: 'The pixels go through a buffer.',
  },
  {
    id: 'infinite-halves-not-filled',
    platform: NVIDIA,
    upTo: Infinity,
    symptom: 'A fill of a 3D image of half floats with an infinity writes 65504.',
    guard: 'The pixels are written from host memory.',
  },
  {
    id: 'host-slice-pitch-ignored',
    platform: NVIDIA,
    upTo: Infinity,
    symptom: 'The slice pitch of a 2D_ARRAY or 3D image over host memory (USE_HOST_PTR) is ignored.',
    guard:
      'Unless it is tight, the image has a copy, and maps and unmaps bring its pixels to the program’s array and back.',
  },
  {
    id: 'callbacks-late',
    platform: NVIDIA,
    upTo: Infinity,
    symptom: 'The completion callback of a command of 0.2 ms comes after 20 ms.',
    guard: 'While commands are in flight, the oldest are looked at between the tasks of the event loop.',
  },
]
