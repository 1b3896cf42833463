import type { EventNode } from './event-node.ts'

/** Keeps `node` from the driver until `earlier` has settled, however it has: its failure is not that of `node`. */
export const follow = (node: EventNode, earlier: EventNode): void => {
  node.held += 1
  ;(earlier.followers ??= []).push(node)
}

/** A command has settled: its followers have changed. */
export const releaseFollowers = (node: EventNode, changed: EventNode[]): void => {
  if (node.followers === undefined) return
  for (const follower of node.followers) {
    follower.held -= 1
    changed.push(follower)
  }
  node.followers = undefined
}
