import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { CreateContextError, DevicesError } from '../model/creation-errors.ts'
import type { ClDevice, DeviceInfo, DeviceType } from '../model/device.ts'
import type { HazardMode } from '../model/hazard-mode.ts'
import type { ClContext } from '../platform/cl-context.ts'
import { ContextObject } from '../platform/context.ts'
import { driverError } from '../platform/driver-error.ts'
import type { Backend } from '../port/backend.ts'
import { validateContextDevices } from '../validate/creation/context-devices.ts'
import { validateContextHazards } from '../validate/creation/context-hazards.ts'
import { validateDeviceFilter } from '../validate/creation/device-filter.ts'
import type { Flow } from './flow-types.ts'
import { endOfTurn } from './turn.ts'
import { withContext } from './with-context.ts'

/** What a context is made with. */
export interface ContextOptions {
  /** The first device of the backend unless others are named. */
  readonly devices?: readonly ClDevice[]
  /**
   * What happens to commands that touch the same bytes, one of them to write, on an out-of-order queue or on several
   * queues. 'order', unless given: the later waits for the earlier, as if it had its event on its wait list. 'off': they
   * run in any order. 'report': the same, and `hazardsOf` tells of each such pair that nothing orders.
   */
  readonly hazards?: HazardMode
}

/** The injected backend, as a program uses it. */
export interface OpenCL {
  /**
   * The devices in the backend's order, those of a type and with a matching name if asked: clGetDeviceIDs. The same
   * device is the same object each time.
   *
   * Left: CL_INVALID_DEVICE_TYPE or CL_INVALID_VALUE (a filter that is none), CL_DEVICE_NOT_FOUND (none matches),
   * and what the backend answers when it has no driver or bad options.
   */
  devices(filter?: {
    readonly type?: DeviceType | 'all'
    readonly name?: RegExp
  }): Either<DevicesError, readonly ClDevice[]>
  /**
   * A context over the given devices, or the first of the backend: clCreateContext. Release it.
   *
   * Left: CL_INVALID_VALUE (an empty list, no mode of hazards), CL_INVALID_DEVICE (no device of this backend), and what
   * the backend answers.
   */
  createContext(options?: ContextOptions): Either<CreateContextError, ClContext>
  /**
   * Opens a context on subscription and emits what `use` does; on complete, error and unsubscribe the context is
   * released with all that it made. Commands already enqueued still run.
   *
   * Left: as createContext, once; and those of `use`.
   */
  withContext<E1, A>(
    use: (context: ClContext) => Flow<E1, A>,
    options?: ContextOptions,
  ): Flow<E1 | CreateContextError, A>
}

class OpenCLOverBackend implements OpenCL {
  readonly #backend: Backend
  readonly #devices = new Map<DeviceInfo, ClDevice>()
  readonly #infos = new Map<ClDevice, DeviceInfo>()

  constructor(backend: Backend) {
    this.#backend = backend
  }

  devices(filter?: {
    readonly type?: DeviceType | 'all'
    readonly name?: RegExp
  }): Either<DevicesError, readonly ClDevice[]> {
    const valid = validateDeviceFilter(filter)
    if (E.isLeft(valid)) return valid
    const infos = this.#backend.devices()
    if (E.isLeft(infos)) return E.left(driverError('devices', infos.left))
    return valid.right(infos.right.map((info) => this.#deviceOf(info)))
  }

  createContext(options?: ContextOptions): Either<CreateContextError, ClContext> {
    const all = this.devices()
    if (E.isLeft(all)) return E.left({ ...all.left, command: 'createContext' } as CreateContextError)
    const valid = validateContextDevices(all.right)(options)
    if (E.isLeft(valid)) return valid
    const hazards = validateContextHazards(options)
    if (E.isLeft(hazards)) return hazards
    const devices = valid.right
    const infoOf = (device: ClDevice): DeviceInfo => this.#infos.get(device) as DeviceInfo
    const port = this.#backend.openContext(
      devices.map(infoOf),
      // Told of ends only after a submission, when the context is there.
      (batch) => context.dispatcher.settled(batch),
    )
    if (E.isLeft(port)) return E.left(driverError('createContext', port.left))
    const context = new ContextObject(devices, port.right, endOfTurn, hazards.right, infoOf)
    return E.right(context)
  }

  withContext<E1, A>(
    use: (context: ClContext) => Flow<E1, A>,
    options?: ContextOptions,
  ): Flow<E1 | CreateContextError, A> {
    return withContext(() => this.createContext(options), use)
  }

  #deviceOf(info: DeviceInfo): ClDevice {
    const known = this.#devices.get(info)
    if (known !== undefined) return known
    const device: ClDevice = { ...info, _tag: 'Device' }
    this.#devices.set(info, device)
    this.#infos.set(device, info)
    return device
  }
}

const opened = new WeakMap<Backend, OpenCL>()

/** OpenCL over a backend; the same backend gives the same OpenCL, so that devices stay comparable. */
export const createOpenCL = (backend: Backend): OpenCL => {
  const known = opened.get(backend)
  if (known !== undefined) return known
  const opencl = new OpenCLOverBackend(backend)
  opened.set(backend, opencl)
  return opencl
}
