import type { ClErrorCode } from '../model/cl-error.ts'
import type { AnyCommand } from '../model/commands/command.ts'
import type { Profile } from '../model/event.ts'

/** A queue of a timeline. All entries of one queue share the same object. */
export interface TimelineQueue {
  /** From 0, in the order of the queues' first commands. */
  readonly index: number
  /** As given to `timeline`, or 'queue 1' and so on. */
  readonly name: string
  /** The device's name. */
  readonly device: string
  /** The device's place among those of the context. */
  readonly deviceIndex: number
  readonly outOfOrder: boolean
  readonly profiling: boolean
}

/** An event that a command waits for. */
export interface TimelineWait {
  /** The id of an earlier command or of a user event. User events and dropped commands have no entry. */
  readonly id: number
  /**
   * Who asked for it, the first that applies. 'wait list': the program. 'queue': the queue itself, which is the command
   * before it on an in-order queue; on an out-of-order queue the latest barrier, and for a marker or barrier without a wait
   * list all commands that had not settled. 'hazard': the context, because both touch the same bytes.
   */
  readonly why: 'wait list' | 'queue' | 'hazard'
}

/** One command, as plain data. */
export interface TimelineEntry {
  /** Unique in the context; later commands have higher ids. */
  readonly id: number
  readonly command: AnyCommand['_tag']
  readonly queue: TimelineQueue
  /** What it moves, fills, maps or migrates; 0 for markers, barriers and SvmFree. */
  readonly bytes: number
  readonly waits: readonly TimelineWait[]
  /** 0 complete, negative for a failure; 3 queued, 2 submitted or 1 running when the entry was asked for. */
  readonly status: number
  /** The code of the failure. */
  readonly error: ClErrorCode | undefined
  /** When it was enqueued, in milliseconds of the host's clock. */
  readonly enqueued: number
  /** When the host was told of its end, in milliseconds of the host's clock; undefined until then. */
  readonly settled: number | undefined
  /** The stamps of the device, in nanoseconds of its clock, where the queue profiles and the command is complete. */
  readonly profile: Profile | undefined
}
