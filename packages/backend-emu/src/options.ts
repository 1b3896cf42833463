import type { DeviceProfile } from './device/device-profile.ts'
import type { DeviceScheduler } from './scheduler/device-scheduler.ts'

/**
 * How the emulator behaves. Nothing throws: with a bad option the backend answers CL_INVALID_VALUE to `devices()` and
 * `openContext()`, with the path of the option as `parameter` and a message that says what was given and what may be.
 */
export interface EmulatorOptions {
  /** What all devices are like. */
  readonly device?: DeviceProfile
  /** How many devices: 1. Or one profile per device; what it leaves out is taken from `device`. */
  readonly devices?: number | readonly DeviceProfile[]
  /**
   * With a seed (a safe integer) each context picks among all commands that may run, and pauses now and then, so that any
   * order that the specification allows can occur. The same seed and the same program give the same order. Without one
   * the command submitted first runs first.
   */
  readonly seed?: number
  /** When commands run, and the clock of profiling: a task of its own on the host's event loop, and its clock. */
  readonly scheduler?: DeviceScheduler
  /** Bytes that commands move before other tasks of the thread get their turn: 32 MiB. */
  readonly sliceBytes?: number
  /** Milliseconds that commands run before other tasks of the thread get their turn: 4. Not looked at with a seed. */
  readonly sliceMs?: number
}
