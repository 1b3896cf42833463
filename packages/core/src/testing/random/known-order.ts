import type { AnyCommand, ClCommandQueue } from '../../index.ts'
import { anyMeet } from './places.ts'
import { conflicts, type Planned } from './planned.ts'

/** A command of a program, and what the program says of its place. */
export interface Placed {
  readonly planned: Planned
  readonly queue: ClCommandQueue
  readonly isInOrder: boolean
  /** The numbers of the commands on its wait list. */
  readonly waits: readonly number[]
}

const waitsForAll = ({ planned: { command }, waits }: Placed): boolean =>
  (command._tag === 'Marker' || command._tag === 'Barrier') && waits.length === 0

const isBarrier = ({ command }: { readonly command: AnyCommand }): boolean => command._tag === 'Barrier'

/** The commands that come before each, directly or through others. */
const orderOf = (placed: readonly Placed[]): readonly ReadonlySet<number>[] => {
  const before: Set<number>[] = []
  for (const [index, one] of placed.entries()) {
    const direct = new Set(one.waits)
    for (const [earlier, other] of placed.slice(0, index).entries())
      if (other.queue === one.queue && (one.isInOrder || waitsForAll(one) || isBarrier(other.planned)))
        direct.add(earlier)
    before.push(new Set([...direct, ...[...direct].flatMap((earlier) => [...(before[earlier] ?? [])])]))
  }
  return before
}

const kindOf = (first: Planned, second: Planned): string => {
  if (anyMeet(first.writes, second.reads)) return 'read after write'
  return anyMeet(first.writes, second.writes) ? 'write after write' : 'write after read'
}

/** A pair of commands that touch the same bytes, one of them to write, and that nothing orders. */
export const unorderedPairs = (placed: readonly Placed[]): readonly string[] => {
  const before = orderOf(placed)
  return placed.flatMap((second, index) =>
    placed.slice(0, index).flatMap((first, earlier) => {
      if (before[index]?.has(earlier) === true || !conflicts(first.planned, second.planned)) return []
      return [pairInWords(earlier, index, kindOf(first.planned, second.planned))]
    }),
  )
}

export const pairInWords = (first: number, second: number, kind: string): string => `${first}, ${second}: ${kind}`
