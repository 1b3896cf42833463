import type { HazardMode } from '../../model/hazard-mode.ts'
import type { HazardListeners } from './hazard-listeners.ts'
import { HazardOrder } from './hazard-order.ts'
import { HazardReport } from './hazard-report.ts'
import type { Hazards } from './hazards.ts'

const NO_HAZARDS: Hazards = {
  addQueue: () => undefined,
  addMemory: () => undefined,
  alias: () => undefined,
  enter: () => undefined,
  leave: () => undefined,
  tell: () => undefined,
}

export const makeHazards = (mode: HazardMode, listeners: HazardListeners): Hazards => {
  switch (mode) {
    case 'order':
      return new HazardOrder()
    case 'off':
      return NO_HAZARDS
    case 'report':
      return new HazardReport(listeners)
  }
}
