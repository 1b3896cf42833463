import type { DeviceInfo } from '@rxcl/core'
import type { PlatformRecord } from '../binding/binding.ts'
import type { Quirks } from '../quirks/quirks.ts'

/** A device, what the port says of it, and what to guard against on its platform. */
export interface KnownDevice {
  readonly info: DeviceInfo
  readonly handle: number
  readonly platform: PlatformRecord
  readonly quirks: Quirks
}
