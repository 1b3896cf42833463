import type { EventNode } from '../events/event-node.ts'

/**
 * The commands of an out-of-order queue between two markers or barriers that wait for all earlier commands. Counting
 * them by sections finds out when "all earlier" have settled without going through them.
 */
export class Section {
  /** Commands of the section that have not settled. */
  open = 0
  /** What waits for this section and those before it; it is itself the first command of the next section. */
  marker: EventNode | undefined = undefined
  next: Section | undefined = undefined
}
