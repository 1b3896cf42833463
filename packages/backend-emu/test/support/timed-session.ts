import { VirtualTimeScheduler } from 'rxjs'
import type { EmulatorOptions } from '../../src/index.ts'
import { Session } from './session.ts'

/** A session on virtual time: `at` runs until then, and answers the events that have settled. */
export const timedSession = (options: EmulatorOptions) => {
  const time = new VirtualTimeScheduler()
  const session = new Session({ scheduler: time, ...options })
  return {
    time,
    session,
    at: (ms: number): readonly number[] => {
      time.maxFrames = ms
      time.flush()
      return session.settled.map(({ event }) => event)
    },
  }
}
