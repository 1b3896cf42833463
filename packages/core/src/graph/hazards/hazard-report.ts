import type { StridedBox } from '../../model/strided-box.ts'
import type { CommandEvent } from '../command-event.ts'
import { eachAccess } from './accesses.ts'
import type { Access } from './access.ts'
import type { Hazard, HazardCommand } from './hazard.ts'
import type { HazardListeners } from './hazard-listeners.ts'
import { KnownOrder } from './known-order.ts'
import { LiveAccesses } from './live-accesses.ts'
import { Tracking } from './tracking.ts'

interface Conflict {
  readonly earlier: Access
  readonly later: Access
}

const commandOf = (event: CommandEvent): HazardCommand => ({
  command: event.valid as HazardCommand['command'],
  event,
  queue: event.queue,
})

const kindOf = ({ earlier, later }: Conflict): Hazard['kind'] => {
  if (!later.isWrite) return 'read after write'
  return earlier.isWrite ? 'write after write' : 'write after read'
}

/** Of a pair of commands with several conflicts the first of these is told. */
const KINDS: readonly Hazard['kind'][] = ['read after write', 'write after write', 'write after read']

const isToldFirst = (conflict: Conflict, other: Conflict): boolean =>
  KINDS.indexOf(kindOf(conflict)) < KINDS.indexOf(kindOf(other))

const hazardOf = (conflict: Conflict): Hazard => {
  const { earlier, later } = conflict
  return {
    kind: kindOf(conflict),
    first: commandOf(earlier.event),
    second: commandOf(later.event),
    overlap: {
      memory: later.memory.memory as Hazard['overlap']['memory'],
      start: Math.max(earlier.start, later.start),
      end: Math.min(earlier.end, later.end),
    },
  }
}

const replacedBy = (access: Access): readonly Access[] => {
  const replaced: Access[] = []
  for (let next = access.replaced; next !== undefined; next = next.next) replaced.push(next)
  return replaced
}

const areInConflict = (earlier: Access, later: Access): boolean =>
  !earlier.event.isSettled &&
  earlier.event !== later.event &&
  (earlier.isWrite || later.isWrite) &&
  earlier.start < later.end &&
  later.start < earlier.end &&
  earlier.overlaps(later)

/** Adds nothing, and tells of each pair of commands that touch the same bytes and that nothing orders. */
export class HazardReport extends Tracking {
  readonly #live = new LiveAccesses()
  readonly #order = new KnownOrder()
  readonly #listeners: HazardListeners
  #conflicts: Conflict[] = []
  #found: Hazard[] = []

  constructor(listeners: HazardListeners) {
    super()
    this.#listeners = listeners
  }

  tell(): void {
    if (this.#found.length === 0) return
    const found = this.#found
    this.#found = []
    for (const hazard of found) this.#listeners.tell(hazard)
  }

  protected entered(event: CommandEvent): void {
    const { valid } = event
    if (valid === undefined) return
    this.#order.add(event, valid)
    eachAccess(valid, this)
    if (this.#conflicts.length === 0) return
    const conflicts = this.#conflicts
    this.#conflicts = []
    this.#judge(event, conflicts)
  }

  protected left(event: CommandEvent, hasFailed: boolean): void {
    this.#live.leave(event, hasFailed)
    this.#order.remove(event)
  }

  protected touched(event: CommandEvent, box: StridedBox, isWrite: boolean): void {
    const access = this.#live.begin(event, box, isWrite)
    const found = this.#live.findConflicts(access)
    for (let index = 0; index < found.size; index += 1)
      this.#conflicts.push({ earlier: found.at(index), later: access })
    found.clear()
    this.#live.add(access)
  }

  #judge(event: CommandEvent, conflicts: readonly Conflict[]): void {
    const least = conflicts.reduce((lowest, { earlier }) => Math.min(lowest, earlier.event.id), event.id)
    const before = this.#order.before(event, least)
    const told = new Map<CommandEvent, Conflict>()
    const unordered: Conflict[] = []
    for (const conflict of conflicts) {
      const { earlier, later } = conflict
      if (!before.has(earlier.event)) unordered.push(conflict)
      else if (later.isWrite && later.covers(earlier)) this.#live.replace(earlier, later)
    }
    if (unordered.length === 0) return
    const allBefore = unordered.some(({ earlier }) => earlier.replaced !== undefined)
      ? this.#order.before(event, 0)
      : before
    // Grows while it is gone through.
    for (const conflict of unordered) {
      const { earlier, later } = conflict
      if (!allBefore.has(earlier.event)) {
        const other = told.get(earlier.event)
        if (other === undefined || isToldFirst(conflict, other)) told.set(earlier.event, conflict)
        // What is ordered after the one that stands for others is after those too; this is not.
        for (const replaced of replacedBy(earlier))
          if (areInConflict(replaced, later)) unordered.push({ earlier: replaced, later })
      }
    }
    for (const conflict of told.values()) this.#found.push(hazardOf(conflict))
  }
}
