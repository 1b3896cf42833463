import type { EmulatedDevice } from '../device/emulated-device.ts'
import type { EventNode, Releases } from '../event/event-node.ts'
import type { Lane } from '../timing/lane.ts'
import { waitFor, type CommandQueue, type QueueParts } from './command-queue.ts'
import { Section } from './section.ts'

const waitsForAllEarlier = ({ command }: EventNode): boolean =>
  (command?._tag === 'Marker' || command?._tag === 'Barrier') && !command.hasWaitList

/**
 * Commands have only their wait lists and the latest barrier as prerequisites. A marker or barrier without a wait list
 * runs when all earlier commands have settled, failed ones too (A24 of the project's rules: its own status is then
 * complete); only a failed barrier before it makes it fail, as it does every later command.
 */
export class OutOfOrderQueue implements CommandQueue {
  readonly profiling: boolean
  readonly device: EmulatedDevice
  readonly lane: Lane
  /** The latest barrier, until it is complete, or until the program knows that it failed. */
  #barrier: EventNode | undefined = undefined
  /** The earliest section that has unsettled commands, or the only one. */
  #head = new Section()
  #tail = this.#head

  constructor({ profiling, device, lane }: QueueParts) {
    this.profiling = profiling
    this.device = device
    this.lane = lane
  }

  enter(node: EventNode): void {
    if (this.#barrier !== undefined) waitFor(node, this.#barrier)
    if (node.command?._tag === 'Barrier') this.#barrier = node
    if (waitsForAllEarlier(node) && this.#hasOpen) this.#closeSection(node)
    node.section = this.#tail
    this.#tail.open += 1
  }

  settled(node: EventNode, graph: Releases): void {
    if (this.#barrier === node && node.status === 0) this.#barrier = undefined
    if (node.section !== undefined) node.section.open -= 1
    const { marker, next, open } = this.#head
    if (open > 0 || marker === undefined || next === undefined) return
    this.#head = next
    marker.isBehind = false
    graph.release(marker, 0)
  }

  delivered(node: EventNode): void {
    if (this.#barrier === node) this.#barrier = undefined
  }

  get #hasOpen(): boolean {
    return this.#head !== this.#tail || this.#tail.open > 0
  }

  #closeSection(marker: EventNode): void {
    marker.open += 1
    marker.isBehind = true
    this.#tail.marker = marker
    this.#tail.next = new Section()
    this.#tail = this.#tail.next
  }
}
