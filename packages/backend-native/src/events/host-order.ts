import { isUnshown } from '@rxcl/core/port'
import type { HostView } from '../commands/host-views.ts'
import { isDeviceMemory, svmBehind } from '../objects/device-memory.ts'
import type { Holdings } from '../objects/holdings.ts'
import type { EventNode } from './event-node.ts'
import { follow } from './followers.ts'

/** Bytes that a command brings to the host when it settles. */
export interface Landing {
  readonly buffer: ArrayBufferLike
  readonly start: number
  readonly end: number
}

const landingOf = ({ ptr, start, size }: HostView): Landing => {
  const first = ptr.byteOffset + start
  return { buffer: ptr.buffer, start: first, end: first + size }
}

/**
 * Host memory that is copied on its way is read when the driver gets a command, and written when one has settled. So a
 * command that uses bytes which another one in the driver's hands brings is held until they have landed. That other one
 * waits for nothing that the program has still to do, so it will.
 *
 * Memory that drivers write by themselves is used in place: there their own order holds.
 */
export class HostOrder {
  readonly #holdings: Holdings
  readonly #landings = new Map<ArrayBufferLike, Set<EventNode>>()

  constructor(holdings: Holdings) {
    this.#holdings = holdings
  }

  /** Whether a command must wait for bytes to land; if not, it goes to the driver now. */
  isHeld(node: EventNode, views: readonly HostView[]): boolean {
    if (this.#landings.size > 0)
      for (const view of views) {
        const earlier = this.#findLanding(landingOf(view))
        if (earlier === undefined) continue
        follow(node, earlier)
        return true
      }
    for (const view of views) this.#begin(node, view)
    return false
  }

  /** A command has settled. */
  settled(node: EventNode): void {
    if (node.landing !== undefined) this.#end(node, node.landing)
    if (!node.isInFlight) this.letGo(node)
  }

  /** The driver has let go of a command. */
  letGo(node: EventNode): void {
    for (const svm of node.hostSvm ?? []) this.#holdings.giveBack(svm)
    node.hostSvm = undefined
  }

  #begin(node: EventNode, view: HostView): void {
    if (isDeviceMemory(view.ptr)) {
      const svm = svmBehind(view.ptr)
      if (svm === 0) return
      this.#holdings.lend(svm)
      ;(node.hostSvm ??= []).push(svm)
    } else if (view.isTarget && view.size > 0 && !isUnshown(view.ptr)) {
      const landing = landingOf(view)
      node.landing = landing
      const known = this.#landings.get(landing.buffer)
      if (known === undefined) this.#landings.set(landing.buffer, new Set([node]))
      else known.add(node)
    }
  }

  #end(node: EventNode, { buffer }: Landing): void {
    const known = this.#landings.get(buffer)
    if (known?.delete(node) === true && known.size === 0) this.#landings.delete(buffer)
    node.landing = undefined
  }

  #findLanding({ buffer, start, end }: Landing): EventNode | undefined {
    for (const node of this.#landings.get(buffer) ?? [])
      if (node.landing !== undefined && node.landing.start < end && start < node.landing.end) return node
    return undefined
  }
}
