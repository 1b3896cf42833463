import { COMPLETE } from '../model/event-status.ts'
import type { TimelineEntry } from './entry.ts'
import { spansOf, type Span } from './spans.ts'

/** A chain of commands, each of which waits for the one before. */
export interface CriticalPath {
  /** Of its commands, the first first; empty for no entries. */
  readonly ids: readonly number[]
  /** The sum of the time that its commands ran, without the gaps between them; of those that are complete. */
  readonly microseconds: number
}

interface Chain {
  readonly id: number
  readonly microseconds: number
  readonly before: Chain | undefined
}

const longer = (a: Chain | undefined, b: Chain | undefined): Chain | undefined =>
  b !== undefined && (a === undefined || b.microseconds > a.microseconds) ? b : a

/** The longest chain of entries with the given spans. */
export const longestChain = (entries: readonly TimelineEntry[], spans: ReadonlyMap<number, Span>): CriticalPath => {
  const chains = new Map<number, Chain>()
  let longest: Chain | undefined
  // What a command waits for has a lower id, so that its chain is there.
  for (const { id, waits, status } of entries.toSorted((a, b) => a.id - b.id)) {
    const { start = 0, end = 0 } = (status === COMPLETE ? spans.get(id) : undefined) ?? {}
    let before: Chain | undefined
    for (const wait of waits) before = longer(before, chains.get(wait.id))
    const chain: Chain = { id, microseconds: (before?.microseconds ?? 0) + end - start, before }
    chains.set(id, chain)
    longest = longer(longest, chain)
  }
  const ids: number[] = []
  for (let chain = longest; chain !== undefined; chain = chain.before) ids.push(chain.id)
  return { ids: ids.toReversed(), microseconds: longest?.microseconds ?? 0 }
}

/**
 * The chain of waits whose commands ran longest in sum: what must become shorter for the whole to become shorter. Of equal
 * chains the one that ends with the earliest command. Waits that the host makes, such as for the bytes of a read, are not
 * seen.
 */
export const criticalPath = (entries: readonly TimelineEntry[]): CriticalPath => longestChain(entries, spansOf(entries))
