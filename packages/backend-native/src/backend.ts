import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { STATUS_CODES, type DeviceInfo } from '@rxcl/core'
import type { Backend, ContextPort, PortFailure, SettledListener } from '@rxcl/core/port'
import type { Binding } from './binding/binding.ts'
import { NativeContext } from './context.ts'
import { findDevices } from './devices/find-devices.ts'
import type { KnownDevice } from './devices/known-device.ts'
import { driverFailure } from './driver-failure.ts'
import { Driver } from './driver.ts'
import { Holdings } from './objects/holdings.ts'

/** The last resort for contexts that the program drops without a release. */
const abandoned = new FinalizationRegistry<Holdings>((holdings) => holdings.releaseAll())

const badDevices = (message: string): PortFailure => ({
  status: STATUS_CODES.CL_INVALID_DEVICE,
  message,
  parameter: 'devices',
})

class NativeBackend implements Backend {
  readonly name = 'native'
  readonly #known: readonly KnownDevice[]
  readonly #infos: readonly DeviceInfo[]
  readonly #driver: Driver

  constructor(binding: Binding, known: readonly KnownDevice[]) {
    this.#known = known
    this.#infos = Object.freeze(known.map(({ info }) => info))
    this.#driver = Driver.of(binding)
    if (known.some(({ quirks }) => quirks.has('failures-without-callback'))) this.#driver.watch.distrust()
    if (known.some(({ quirks }) => quirks.has('callbacks-late'))) this.#driver.watch.pursue()
  }

  devices(): Either<PortFailure, readonly DeviceInfo[]> {
    return E.right(this.#infos)
  }

  openContext(infos: readonly DeviceInfo[], listener: SettledListener): Either<PortFailure, ContextPort> {
    const devices = this.#known.filter(({ info }) => infos.includes(info))
    const [first] = devices
    if (first === undefined || devices.length < infos.length)
      return E.left(badDevices('A context is made of one or more of the devices that devices() answers.'))
    if (devices.some(({ platform }) => platform.handle !== first.platform.handle))
      return E.left(badDevices('The devices are of several platforms; a context takes those of one.'))
    const context = this.#driver.binding.createContext(devices.map(({ handle }) => handle))
    if (context < 0) {
      const names = devices.map(({ info }) => `'${info.name}'`).join(', ')
      return E.left(driverFailure('clCreateContext', context, names))
    }
    const holdings = new Holdings(this.#driver.binding, context)
    const port = new NativeContext({
      driver: this.#driver,
      context,
      holdings,
      devices,
      listener,
      released: () => abandoned.unregister(holdings),
    })
    abandoned.register(port, holdings, holdings)
    return E.right(port)
  }
}

/**
 * The devices that a binding reaches, as a backend; with `units`, parts of that many compute units.
 *
 * Left: as `findDevices`.
 */
export const backendOver = (binding: Binding, units?: number): Either<PortFailure, Backend> => {
  const known = findDevices(binding, units)
  return E.isLeft(known) ? known : E.right(new NativeBackend(binding, known.right))
}
