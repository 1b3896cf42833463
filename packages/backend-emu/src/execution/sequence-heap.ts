import type { EventNode } from '../event/event-node.ts'

/** A binary heap of events; the earliest submitted is on top. */
export class SequenceHeap {
  readonly #nodes: EventNode[] = []

  get top(): EventNode | undefined {
    return this.#nodes[0]
  }

  push(node: EventNode): void {
    const nodes = this.#nodes
    let at = nodes.length
    nodes.push(node)
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = nodes[above] as EventNode
      if (parent.sequence <= node.sequence) break
      nodes[at] = parent
      at = above
    }
    nodes[at] = node
  }

  pop(): EventNode | undefined {
    const nodes = this.#nodes
    const top = nodes[0]
    const last = nodes.pop()
    if (last !== undefined && nodes.length > 0) this.#sink(last)
    return top
  }

  /** Puts `node` where the top was and lets it down to its place. */
  #sink(node: EventNode): void {
    const nodes = this.#nodes
    const count = nodes.length
    let at = 0
    for (let below = 1; below < count; below = 2 * at + 1) {
      const right = below + 1
      if (right < count && (nodes[right] as EventNode).sequence < (nodes[below] as EventNode).sequence) below = right
      const child = nodes[below] as EventNode
      if (child.sequence >= node.sequence) break
      nodes[at] = child
      at = below
    }
    nodes[at] = node
  }
}
