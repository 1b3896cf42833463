import type { ClCommandQueue } from '../model/queue.ts'
import { DISPOSE } from '../model/dispose-symbol.ts'
import type { ClContext } from '../platform/cl-context.ts'
import type { ContextObject } from '../platform/context.ts'
import { Collector } from './collector.ts'
import type { TimelineEntry } from './entry.ts'
import { hostClock } from './host-clock.ts'

const DEFAULT_LIMIT = 100_000

/** How a timeline is kept. */
export interface TimelineOptions {
  /** Names of queues, for people. A queue that has none is 'queue 1' and so on. */
  readonly names?: Readonly<Record<string, ClCommandQueue>>
  /** How many commands are kept, 100,000 unless given: the latest. Less than 1 counts as 1. */
  readonly limit?: number
  /** The host's clock in milliseconds; `performance.now` unless given, or `Date.now` where there is none. */
  readonly now?: () => number
}

/** The commands of one context since the timeline was started. */
export interface Timeline extends Disposable {
  /** The commands in the order in which they were enqueued, as they are now. */
  entries(): readonly TimelineEntry[]
  /** How many commands were left out because newer ones needed the room. */
  readonly dropped: number
  /** Takes no more commands. Those that it has are kept, and are told of their ends. */
  stop(): void
}

const limitFrom = (limit: number): number => (limit >= 1 ? Math.floor(limit) : 1)

/**
 * Starts to write down the commands of a context: queue, kind, bytes, what they wait for, and stamps of host and device
 * (clGetEventProfilingInfo) where the queue was made with `profiling`. Commands from before are left out. It keeps no
 * memory of the program's alive and may outlive the context. A context without a timeline pays one look at a field for each
 * command. It gives no Left.
 */
export const timeline = (context: ClContext, options: TimelineOptions = {}): Timeline => {
  // Weak: names keep no queue alive.
  const names = new WeakMap(Object.entries(options.names ?? {}).map(([name, queue]) => [queue, name]))
  const limit = limitFrom(options.limit ?? DEFAULT_LIMIT)
  const collector = new Collector(limit, hostClock(options.now), (queue) => names.get(queue))
  const stop = (context as ContextObject).dispatcher.observe(collector)
  return {
    entries: () => collector.entries(),
    get dropped() {
      return collector.dropped
    },
    stop,
    [DISPOSE]: stop,
  }
}
