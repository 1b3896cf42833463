import type { CommandKind } from '../command/command-kind.ts'

/** How long a command takes: `ms` and its bytes divided by `bytesPerMs`. */
export interface Latency {
  /** Milliseconds of the scheduler: 0. */
  readonly ms?: number
  /** The bytes of its region (of an unmap: of the map) that a command moves in a millisecond; without it they cost nothing. */
  readonly bytesPerMs?: number
}

/**
 * Time by kind of command. `default` is for kinds that move bytes and are not named here; markers, barriers, migrations
 * and SvmFree take no time unless they are named.
 */
export type LatencyModel = Readonly<Partial<Record<CommandKind | 'default', Latency>>>

/** The longest time that timers of hosts keep, in milliseconds: 24 days. */
export const LONGEST_MS = 2 ** 31 - 1
