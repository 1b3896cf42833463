import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { PortFailure } from '@rxcl/core/port'
import type { EmulatedDevice } from '../device/emulated-device.ts'
import { STATUS } from '../status.ts'
import type { FaultPlan } from './fault-plan.ts'
import type { FaultyCall } from './fault.ts'

/**
 * What a call answers where it fails on purpose, or where one of the devices that it needs is lost: clCreateContext alone
 * has a code for that.
 */
export const refused = (
  call: FaultyCall,
  plan: FaultPlan | undefined,
  needed: readonly EmulatedDevice[],
): Either<PortFailure, never> | undefined => {
  const failure = plan?.nextCall(call)
  if (failure !== undefined) return E.left(failure)
  const lost = needed.find(({ health }) => health.isLost)
  if (lost === undefined) return undefined
  const status = call === 'createContext' ? STATUS.CL_DEVICE_NOT_AVAILABLE : STATUS.CL_OUT_OF_RESOURCES
  return E.left({ status, message: `Device ${lost.info.name} is lost, as the emulator's option faults says.` })
}
