import { COMPLETE } from '@rxcl/core'
import type { PortCommand } from '@rxcl/core/port'
import type { EventGraph } from '../events/event-graph.ts'
import { waitFor, type EventNode } from '../events/event-node.ts'
import type { CommandQueue, QueueParts } from './command-queue.ts'
import type { DriverQueue } from './driver-queue.ts'
import { Section } from './section.ts'

/** What the driver gets for a barrier. */
const MARKER: PortCommand = { _tag: 'Marker', hasWaitList: true }

const isMarker = ({ command }: EventNode): boolean => command?._tag === 'Marker'

const waitsForAllEarlier = ({ command }: EventNode): boolean =>
  (command?._tag === 'Marker' || command?._tag === 'Barrier') && !command.hasWaitList

/**
 * Commands have only their wait lists and the latest barrier as prerequisites. A marker or barrier without a wait list
 * runs when all earlier commands have settled, failed ones too (A24 of the project's rules: its own status is then
 * complete); only a failed barrier before it makes it fail, as it does every later command.
 *
 * Drivers would fail such a marker with the commands before it, and fail or never run what is behind such a barrier. So
 * "all earlier" is waited for here, and a barrier is an event on the wait lists of the commands behind it.
 */
export class OutOfOrderQueue implements CommandQueue {
  readonly profiling: boolean
  readonly graph: EventGraph
  readonly #open: QueueParts['open']
  readonly #driver: DriverQueue
  /** An in-order queue for markers that have nothing to wait for: beside other commands they would wait for those. */
  #side: DriverQueue | undefined = undefined
  /** The latest barrier, until it is complete, or until the program knows that it failed. */
  #barrier: EventNode | undefined = undefined
  /** The earliest section that has unsettled commands, or the only one. */
  #head = new Section()
  #tail = this.#head

  constructor({ profiling, graph, driver, open }: QueueParts) {
    this.profiling = profiling
    this.graph = graph
    this.#driver = driver
    this.#open = open
  }

  enter(node: EventNode): void {
    if (this.#barrier !== undefined) {
      waitFor(node, this.#barrier)
      node.barrier = this.#barrier
    }
    if (waitsForAllEarlier(node) && (this.#head !== this.#tail || this.#tail.open > 0)) this.#closeSection(node)
    node.section = this.#tail
    this.#tail.open += 1
    if (node.command?._tag !== 'Barrier') return
    this.#barrier = node
    node.command = MARKER
  }

  settled(node: EventNode, free: (node: EventNode) => void): void {
    if (this.#barrier === node && node.status === COMPLETE) this.#barrier = undefined
    if (node.section !== undefined) node.section.open -= 1
    const { marker, next, open } = this.#head
    if (open > 0 || marker === undefined || next === undefined) return
    this.#head = next
    marker.isBehind = false
    marker.open -= 1
    marker.held -= 1
    free(marker)
  }

  delivered(node: EventNode): void {
    if (this.#barrier === node) this.#barrier = undefined
  }

  prepare(node: EventNode): number {
    if (!isMarker(node) || this.#side !== undefined) return COMPLETE
    const opened = this.#open()
    if (typeof opened === 'number') return opened
    this.#side = opened
    return COMPLETE
  }

  driverQueueFor(node: EventNode, waits: number): DriverQueue {
    return waits === 0 && isMarker(node) ? (this.#side ?? this.#driver) : this.#driver
  }

  release(): void {
    this.#driver.retire()
    this.#side?.retire()
    this.#side = undefined
  }

  #closeSection(marker: EventNode): void {
    marker.open += 1
    marker.held += 1
    marker.isBehind = true
    this.#tail.marker = marker
    this.#tail.next = new Section()
    this.#tail = this.#tail.next
  }
}
