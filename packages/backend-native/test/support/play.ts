import type { FakeBinding } from '../fake-binding.ts'
import type { Flight } from './flight.ts'

/** What the played driver does with commands behind one that failed: waits for ever, fails them with -1, or runs them. */
export type Behind = 'hangs' | 'fails' | 'runs'

export interface Play {
  readonly behind: Behind
  /** A number from 0 to below `count`. */
  readonly pick: (count: number) => number
  /** How a command ends that may run. */
  readonly statusOf: (flight: Flight) => number
}

const canEnd = ({ hasEnded, prerequisites }: Flight, behind: Behind): boolean =>
  !hasEnded &&
  prerequisites.every((earlier) => earlier.hasEnded) &&
  (behind !== 'hangs' || prerequisites.every(({ status }) => status >= 0))

/** Ends one command that can end; false when there is none. */
export const playOne = (driver: FakeBinding, { behind, pick, statusOf }: Play): boolean => {
  const flights = [...driver.flying.values()].filter((flight) => canEnd(flight, behind))
  const flight = flights[flights.length === 0 ? 0 : pick(flights.length)]
  if (flight === undefined) return false
  const isBehindFailure = flight.prerequisites.some(({ status }) => status < 0)
  driver.end(flight, isBehindFailure && behind === 'fails' ? -1 : statusOf(flight))
  return true
}

/** Ends all that can end, telling of it now and then, and finds what is forgotten. */
export const playAll = (driver: FakeBinding, play: Play): void => {
  const { sweeps } = driver
  for (;;) {
    if (playOne(driver, play)) {
      if (play.pick(3) === 0) driver.announce()
      continue
    }
    const before = driver.taken.length
    driver.sweep()
    driver.announce()
    if (driver.taken.length === before && ![...driver.flying.values()].some((flight) => canEnd(flight, play.behind)))
      break
  }
  driver.sweeps = sweeps
}
