import type { PortFailure } from '@rxcl/core/port'

/** What the driver answered to a call instead of an object. */
export const driverFailure = (call: string, status: number, what: string): PortFailure => ({
  status,
  message: `${call} failed in the driver, with status ${status}, for ${what}.`,
})
