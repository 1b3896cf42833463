import { STATUS_CODES, type ClError, type StatusCode } from '@rxcl/core'
import type { PortFailure } from '@rxcl/core/port'

const NAMES: ReadonlyMap<number, StatusCode> = new Map(
  Object.entries(STATUS_CODES).map(([name, status]) => [status, name as StatusCode]),
)

/** Why there is no backend. */
export const nativeError = ({ status, message, parameter }: PortFailure): ClError => ({
  _tag: NAMES.get(status) ?? 'CL_UNNAMED_STATUS',
  status,
  command: 'native',
  origin: 'driver',
  ...(parameter === undefined ? {} : { parameter }),
  message,
})
