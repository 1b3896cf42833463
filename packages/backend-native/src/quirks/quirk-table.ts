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
  | 'failures-without-callback'
  | 'row-arrays-not-copied'
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
    symptom: 'Copies between a 1D_BUFFER image and a buffer crash the process.',
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
    id: 'callbacks-late',
    platform: NVIDIA,
    upTo: Infinity,
    symptom: 'The completion callback of a command of 0.2 ms comes after 20 ms.',
    guard: 'While commands are in flight, the oldest are looked at between the tasks of the event loop.',
  },
]
