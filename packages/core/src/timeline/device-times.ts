import type { TimelineEntry } from './entry.ts'

/** One device's clock on the host's. */
interface DeviceClock {
  /** A stamp to count from: nanoseconds since 1970 have more digits than a number. */
  readonly base: bigint
  /** The least that fits: no command was queued before the program enqueued it. */
  least: number
  /** The most that fits: no command ended after the host was told so. */
  most: number
}

const offsetOf = ({ least, most }: DeviceClock): number => (least <= most ? least : (least + most) / 2)

/**
 * Answers how to turn a stamp of an entry's device into microseconds of the host's clock. The two clocks have no common
 * zero: the offset is the least that puts no command before its enqueueing.
 */
export const deviceTimes = (entries: readonly TimelineEntry[]): ((entry: TimelineEntry, stamp: bigint) => number) => {
  const clocks = new Map<number, DeviceClock>()
  const sinceBase = ({ base }: DeviceClock, stamp: bigint): number => Number(stamp - base) / 1000
  for (const { queue, profile, enqueued, settled } of entries) {
    if (profile !== undefined && settled !== undefined) {
      const clock = clocks.get(queue.deviceIndex) ?? { base: profile.queued, least: -Infinity, most: Infinity }
      clocks.set(queue.deviceIndex, clock)
      clock.least = Math.max(clock.least, enqueued * 1000 - sinceBase(clock, profile.queued))
      clock.most = Math.min(clock.most, settled * 1000 - sinceBase(clock, profile.end))
    }
  }
  return ({ queue }, stamp) => {
    const clock = clocks.get(queue.deviceIndex)
    return clock === undefined ? 0 : sinceBase(clock, stamp) + offsetOf(clock)
  }
}
