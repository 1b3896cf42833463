import type { ClDevice } from '../../index.ts'
import { CAPABILITIES, type Capability } from '../capability.ts'

/** Whether a program over several devices may use it on any of their queues. */
export const everyDeviceHas = (devices: readonly ClDevice[], capability: Capability): boolean =>
  devices.every((device) => CAPABILITIES[capability].present(device))
