import type { SettledListener } from '@rxcl/core/port'
import type { Driver } from '../driver.ts'
import type { Holdings } from '../objects/holdings.ts'
import type { Quirks } from '../quirks/quirks.ts'

/** What the events of a context are about. */
export interface GraphParts {
  readonly driver: Driver
  readonly holdings: Holdings
  readonly quirks: Quirks
  readonly listener: SettledListener
}
