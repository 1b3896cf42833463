import type { DeviceInfo } from '@rxcl/core'
import { DeviceHealth } from '../faults/device-health.ts'
import { statusOf } from '../faults/fault-plan.ts'
import type { Fault } from '../faults/fault.ts'
import type { DevicePool } from '../memory/device-pool.ts'
import { STATUS } from '../status.ts'
import { Engines } from '../timing/engines.ts'
import type { DescribedDevice } from './devices.ts'

/** What one device has for all of its contexts together. */
export interface EmulatedDevice {
  readonly info: DeviceInfo
  /** Its place in `devices()`. */
  readonly index: number
  readonly pool: DevicePool
  readonly engines: Engines
  readonly health: DeviceHealth
}

const healthOf = (index: number, faults: readonly Fault[]): DeviceHealth => {
  const [first] = faults
    .filter((fault) => fault._tag === 'LoseDevice')
    .filter(({ device = 0 }) => device === index)
    .toSorted((one, other) => one.after - other.after)
  if (first === undefined) return new DeviceHealth(Infinity, 0)
  return new DeviceHealth(first.after, first.code === undefined ? STATUS.CL_OUT_OF_RESOURCES : statusOf(first.code))
}

const poolOf = ({ name, globalMemSize }: DeviceInfo, index: number, faults: readonly Fault[]): DevicePool => {
  const limits = faults
    .filter((fault) => fault._tag === 'OutOfMemory')
    .filter(({ device = index }) => device === index)
    .map(({ bytes }) => bytes)
  return { name, capacity: Math.min(globalMemSize, ...limits), used: 0 }
}

export const emulatedDevice = (
  { info, profile: { engines = Infinity } }: DescribedDevice,
  index: number,
  faults: readonly Fault[],
): EmulatedDevice => ({
  info,
  index,
  pool: poolOf(info, index, faults),
  engines: new Engines(engines),
  health: healthOf(index, faults),
})
