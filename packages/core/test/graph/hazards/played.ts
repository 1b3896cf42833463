import type { ContextObject } from '../../../src/platform/context.ts'
import type { CommandEvent } from '../../../src/graph/command-event.ts'
import { enqueueCommand } from '../../../src/graph/enqueue-command.ts'
import type { DrawnStep, Touched, World } from './random-program.ts'

/** A command that was enqueued, and what the backend was told. */
export interface Played extends Touched {
  readonly event: CommandEvent
  readonly queue: number
  readonly isMarker: boolean
  readonly isBarrier: boolean
  /** Events of its wait list that had not settled. */
  readonly given: readonly number[]
  /** Events that the backend must wait for. */
  readonly waits: readonly number[]
  /** Played commands that had not settled. */
  readonly unsettledBefore: readonly Played[]
}

export const isOutOfOrder = (queue: number): boolean => queue < 2

/** Plays the backend: takes each command at once, and ends those that the draw says, of those whose turn has come. */
export const play = (world: World, steps: readonly DrawnStep[], canFail: boolean): readonly Played[] => {
  const { backend, context, queues, commandOf } = world
  const { dispatcher } = context as ContextObject
  const played: Played[] = []
  const isOpen = (event: number): boolean => played.some((other) => other.event.id === event && !other.event.isSettled)
  const blockers = (one: Played): readonly Played[] =>
    played.filter(
      (other) =>
        !other.event.isSettled &&
        (one.waits.includes(other.event.id) ||
          (other.event.id < one.event.id && other.queue === one.queue && mustFollow(other, one))),
    )

  for (const { kind, queue, numbers, waits, ends } of steps) {
    const { command, reads, writes } = commandOf(kind, numbers)
    const given = kind >= 10 ? [] : waits.flatMap((wait) => played[wait % (played.length || 1)]?.event ?? [])
    const enqueued = enqueueCommand(queues[queue], command, given)
    // Sources and destinations that overlap are refused: no step.
    if (enqueued._tag === 'Left') continue
    dispatcher.submit()
    const submission = backend.submissions.at(-1)
    played.push({
      event: enqueued.right,
      queue,
      isMarker: command._tag === 'Marker',
      isBarrier: command._tag === 'Barrier',
      reads,
      writes,
      given: given.filter((event) => !event.isSettled).map(({ id }) => id),
      waits: submission?.failedWait === 0 ? submission.waits : [],
      unsettledBefore: played.filter(({ event }) => !event.isSettled),
    })
    if (submission !== undefined && submission.failedWait !== 0) {
      backend.settle({ event: submission.event, status: -14, cause: submission.failedWait })
      continue
    }
    for (const { pick, fails } of ends) {
      const ready = played.filter((one) => isOpen(one.event.id) && blockers(one).length === 0)
      const ended = ready[pick % (ready.length || 1)]
      if (ended === undefined) continue
      const isFailure = fails && canFail
      backend.settle({ event: ended.event.id, status: isFailure ? -5 : 0 })
      // What waits for it fails at once, also where other commands that it waits for still run.
      for (let failed = isFailure ? [ended] : []; failed.length > 0;) {
        const [first] = failed
        failed = failed.slice(1)
        for (const one of played)
          if (first !== undefined && isOpen(one.event.id) && failsWith(first, one)) {
            backend.settle({ event: one.event.id, status: -14, cause: first.event.id })
            failed.push(one)
          }
      }
    }
  }
  return played
}

const failsWith = (failed: Played, { event, queue, waits }: Played): boolean =>
  waits.includes(failed.event.id) || (queue === failed.queue && !isOutOfOrder(queue) && event.id > failed.event.id)

/** Whether the queue itself puts `earlier`, of the same queue, before `later`. */
export const mustFollow = (earlier: Played, later: Played): boolean =>
  !isOutOfOrder(later.queue) || later.isMarker || later.isBarrier || earlier.isBarrier

/** Everything that must end before a command, through `waits`, its queue and barriers. */
export const allBefore = (one: Played, waitsOf: (one: Played) => readonly number[]): ReadonlySet<Played> => {
  const before = new Set<Played>()
  const visit = (later: Played): void => {
    for (const earlier of later.unsettledBefore) {
      if (before.has(earlier)) continue
      const isBefore =
        waitsOf(later).includes(earlier.event.id) || (earlier.queue === later.queue && mustFollow(earlier, later))
      if (!isBefore) continue
      before.add(earlier)
      visit(earlier)
    }
  }
  visit(one)
  return before
}
