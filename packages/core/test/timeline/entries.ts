import fc from 'fast-check'
import type { TimelineEntry, TimelineQueue, TimelineWait } from '../../src/index.ts'

export const queueOf = (index: number, options: Partial<TimelineQueue> = {}): TimelineQueue => ({
  index,
  name: `queue ${index + 1}`,
  device: 'device',
  deviceIndex: 0,
  outOfOrder: false,
  profiling: true,
  ...options,
})

/** What makes an entry: times in microseconds. */
export interface Sketch extends Partial<Omit<TimelineEntry, 'waits' | 'queue' | 'enqueued' | 'settled'>> {
  readonly id: number
  readonly queue?: number | TimelineQueue
  readonly waits?: readonly (number | TimelineWait)[]
  readonly start: number
  readonly end: number
  readonly enqueued?: number
}

/** An entry with stamps of a device whose clock is the host's. */
export const entryOf = ({ id, queue = 0, waits = [], start, end, enqueued = 0, ...rest }: Sketch): TimelineEntry => ({
  id,
  command: 'CopyBuffer',
  queue: typeof queue === 'number' ? queueOf(queue) : queue,
  bytes: 0,
  waits: waits.map((wait) => (typeof wait === 'number' ? { id: wait, why: 'wait list' } : wait)),
  status: 0,
  error: undefined,
  enqueued: enqueued / 1000,
  settled: end / 1000,
  profile: {
    queued: BigInt(enqueued * 1000),
    submit: BigInt(enqueued * 1000),
    start: BigInt(start * 1000),
    end: BigInt(end * 1000),
  },
  ...rest,
})

/** The same without stamps: only the host has looked. */
export const unprofiled = (entry: TimelineEntry): TimelineEntry => ({ ...entry, profile: undefined })

/** Entries whose waits are earlier ones, with times that need not fit. */
export const anyEntries: fc.Arbitrary<readonly TimelineEntry[]> = fc
  .array(
    fc.record({
      queue: fc.nat(2),
      start: fc.nat(40),
      length: fc.nat(20),
      waits: fc.array(fc.nat(12), { maxLength: 3 }),
      status: fc.constantFrom(0, 0, 0, -5),
      isProfiled: fc.boolean(),
    }),
    { maxLength: 9 },
  )
  .map((sketches) =>
    sketches.map(({ start, length, waits, isProfiled, ...rest }, index) => {
      const earlier = waits.map((wait) => index + 1 - wait).filter((id) => id <= index)
      const entry = entryOf({ ...rest, id: index + 1, start, end: start + length, waits: [...new Set(earlier)] })
      return isProfiled ? entry : unprofiled(entry)
    }),
  )
