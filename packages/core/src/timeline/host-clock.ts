/** What hosts that measure time finely have: browsers and Node. */
interface FineClock {
  readonly performance?: { now(): number }
}

const readHost = (): number => (globalThis as FineClock).performance?.now() ?? Date.now()

/** Milliseconds that never go back and are always a number, whatever `read` answers or throws. */
export const hostClock = (read: () => number = readHost): (() => number) => {
  let latest = 0
  return () => {
    try {
      const now = read()
      if (now > latest && now < Number.MAX_SAFE_INTEGER) latest = now
    } catch {
      // No command may be lost to a clock that fails: time stands still.
    }
    return latest
  }
}
