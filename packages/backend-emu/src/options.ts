import type { DeviceProfile } from './device/device-profile.ts'
import type { Fault } from './faults/fault.ts'
import type { DeviceScheduler } from './scheduler/device-scheduler.ts'
import type { LatencyModel } from './timing/latency.ts'

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
  /**
   * When commands run, and the clock of profiling: a task of its own on the host's event loop, and its clock. With a
   * TestScheduler of RxJS, inside its `run`, a frame of a marble diagram is a millisecond of the device.
   */
  readonly scheduler?: DeviceScheduler
  /** Bytes that commands move before other tasks of the thread get their turn: 32 MiB. */
  readonly sliceBytes?: number
  /** Milliseconds that commands run before other tasks of the thread get their turn: 4. Not looked at with a seed. */
  readonly sliceMs?: number
  /**
   * How long commands take by the scheduler's clock; without it, as long as their bytes take to move and no longer. A command
   * that takes time is RUNNING all the while and moves its bytes at the end of it. A queue, in order or not, runs one such
   * command at a time; queues run beside one another, on as many engines as the device has (`engines`). What takes no time
   * needs no engine and waits for none.
   */
  readonly latency?: LatencyModel
  /** What goes wrong, so that a test can reach every branch of a program that deals with failures. */
  readonly faults?: readonly Fault[]
}
