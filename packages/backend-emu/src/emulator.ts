import type { DeviceInfo } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Backend, ContextPort, PortFailure, SettledListener } from '@rxcl/core/port'
import { EmulatedContext } from './context.ts'
import { devicesOf, type DescribedDevice } from './device/devices.ts'
import { emulatedDevice, type EmulatedDevice } from './device/emulated-device.ts'
import { FaultPlan } from './faults/fault-plan.ts'
import { refused } from './faults/refused.ts'
import { decodeEmulatorOptions } from './options-codec.ts'
import type { EmulatorOptions } from './options.ts'
import { macrotaskScheduler } from './scheduler/macrotask.ts'
import { STATUS } from './status.ts'

const SLICE_BYTES = 32 * 1024 * 1024
const SLICE_MS = 4

class Emulator {
  readonly devices: readonly DeviceInfo[]
  readonly #options: EmulatorOptions
  readonly #devices: readonly EmulatedDevice[]
  /** Undefined without faults, so that commands are not counted then. */
  readonly #faults: FaultPlan | undefined

  constructor(options: EmulatorOptions, described: readonly DescribedDevice[]) {
    const { faults = [] } = options
    this.#options = options
    this.#devices = described.map((device, index) => emulatedDevice(device, index, faults))
    this.devices = Object.freeze(described.map(({ info }) => Object.freeze(info)))
    this.#faults = faults.length === 0 ? undefined : new FaultPlan(faults)
  }

  openContext(infos: readonly DeviceInfo[], listener: SettledListener): Either<PortFailure, ContextPort> {
    const {
      scheduler = macrotaskScheduler,
      seed,
      sliceBytes = SLICE_BYTES,
      sliceMs = SLICE_MS,
      latency,
    } = this.#options
    const devices = infos
      .map((info) => this.#devices.find((device) => device.info === info))
      .filter((device) => device !== undefined)
    if (devices.length < infos.length || devices.length === 0) {
      const message = 'A context is made of one or more of the devices that devices() answers.'
      return E.left({ status: STATUS.CL_INVALID_DEVICE, message, parameter: 'devices' })
    }
    const failure = refused('createContext', this.#faults, devices)
    if (failure !== undefined) return failure
    return E.right(
      new EmulatedContext({
        devices,
        scheduler,
        limits: { bytes: sliceBytes, ms: sliceMs },
        seed,
        listener,
        latency,
        faults: this.#faults,
      }),
    )
  }
}

/**
 * OpenCL devices inside this process. Commands run later and never inside a call, in tasks of the host's event loop that
 * end after a few milliseconds. Host memory is read and written when a command runs, not when it is enqueued; a command
 * whose host array is detached or too short by then fails with CL_OUT_OF_HOST_MEMORY. A map shows a copy, which its unmap
 * takes back, but with USE_HOST_PTR the program's own array and with fine-grained SVM the memory itself.
 *
 * Never throws. With bad options `devices()` and `openContext()` answer CL_INVALID_VALUE.
 */
export const emulator = (options: EmulatorOptions = {}): Backend => {
  const made = pipe(
    decodeEmulatorOptions(options),
    E.chain((decoded) =>
      pipe(
        devicesOf(decoded),
        E.map((devices) => new Emulator(decoded, devices)),
      ),
    ),
  )
  return {
    name: 'emulator',
    devices: () =>
      pipe(
        made,
        E.map(({ devices }) => devices),
      ),
    openContext: (devices, settled) =>
      pipe(
        made,
        E.chain((emulated) => emulated.openContext(devices, settled)),
      ),
  }
}
