import type { DeviceInfo } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Backend, ContextPort, PortFailure, SettledListener } from '@rxcl/core/port'
import { EmulatedContext } from './context.ts'
import { devicesOf } from './device/devices.ts'
import type { DevicePool } from './memory/device-pool.ts'
import { decodeEmulatorOptions } from './options-codec.ts'
import type { EmulatorOptions } from './options.ts'
import { macrotaskScheduler } from './scheduler/macrotask.ts'
import { STATUS } from './status.ts'

const SLICE_BYTES = 32 * 1024 * 1024
const SLICE_MS = 4

class Emulator {
  readonly devices: readonly DeviceInfo[]
  readonly #options: EmulatorOptions
  readonly #pools: ReadonlyMap<DeviceInfo, DevicePool>

  constructor(options: EmulatorOptions, devices: readonly DeviceInfo[]) {
    this.#options = options
    this.devices = Object.freeze(devices.map((device) => Object.freeze(device)))
    this.#pools = new Map(
      devices.map((device) => [device, { name: device.name, capacity: device.globalMemSize, used: 0 }]),
    )
  }

  openContext(devices: readonly DeviceInfo[], listener: SettledListener): Either<PortFailure, ContextPort> {
    const { scheduler = macrotaskScheduler, seed, sliceBytes = SLICE_BYTES, sliceMs = SLICE_MS } = this.#options
    const pools = devices.map((device) => this.#pools.get(device)).filter((pool) => pool !== undefined)
    if (pools.length < devices.length || pools.length === 0) {
      const message = 'A context is made of one or more of the devices that devices() answers.'
      return E.left({ status: STATUS.CL_INVALID_DEVICE, message, parameter: 'devices' })
    }
    return E.right(
      new EmulatedContext({
        pools,
        alignment: Math.max(...devices.map(({ memBaseAddrAlign }) => memBaseAddrAlign)),
        scheduler,
        limits: { bytes: sliceBytes, ms: sliceMs },
        seed,
        listener,
      }),
    )
  }
}

/**
 * OpenCL devices inside this process. Commands run later and never inside a call, in tasks of the host's event loop that
 * end after a few milliseconds. Host memory is read and written when a command runs, not when it is enqueued; a command
 * whose host array is detached or too short by then fails with CL_OUT_OF_HOST_MEMORY.
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
