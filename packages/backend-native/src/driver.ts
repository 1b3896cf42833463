import { COMPLETE, type Profile } from '@rxcl/core'
import type { Binding } from './binding/binding.ts'
import { END_WORDS } from './binding/words.ts'
import { CommandBuffer } from './commands/command-buffer.ts'
import type { EventGraph } from './events/event-graph.ts'
import { Slots } from './events/slots.ts'
import { ResultMemory } from './objects/result-memory.ts'
import { Watch, type Watched } from './events/watch.ts'

const drivers = new WeakMap<Binding, Driver>()

/** What all contexts over one binding share: the registered arrays, the event slots and the ends that come in. */
export class Driver implements Watched {
  readonly binding: Binding
  readonly commands: CommandBuffer
  readonly slots = new Slots()
  readonly results: ResultMemory
  readonly watch: Watch
  doubts = 0

  /** The one of a binding: its slots and its arrays exist once, however many libraries are opened through it. */
  static of(binding: Binding): Driver {
    const known = drivers.get(binding)
    if (known !== undefined) return known
    const driver = new Driver(binding)
    drivers.set(binding, driver)
    return driver
  }

  private constructor(binding: Binding) {
    this.binding = binding
    this.commands = new CommandBuffer(binding)
    this.results = new ResultMemory(binding)
    this.watch = new Watch(this)
    binding.onEnds(() => this.drain())
  }

  get inFlight(): number {
    return this.slots.count
  }

  look(): void {
    this.binding.sweep()
    this.drain()
  }

  peek(most: number): boolean {
    const { count } = this.slots
    this.binding.peek(most)
    this.drain()
    return this.slots.count !== count
  }

  /** Takes the ends that have come in and tells the programs of each context. */
  drain(): void {
    const graphs: EventGraph[] = []
    for (let count = this.binding.drain(); count > 0; count = this.binding.drain()) this.#takeEnds(count, graphs)
    if (graphs.length === 0) return
    this.watch.noteEnd()
    for (const graph of graphs) graph.advance()
    let told = 0
    try {
      for (const graph of graphs) {
        told += 1
        graph.deliver()
      }
    } finally {
      // Reached early only when a listener threw: the others are told all the same.
      for (const graph of graphs.slice(told)) graph.deliverSoon()
    }
  }

  #takeEnds(count: number, graphs: EventGraph[]): void {
    const { ends } = this.commands
    for (let at = 0; at < count * END_WORDS; at += END_WORDS) {
      const node = this.slots.empty(ends[at] ?? -1)
      const graph = node?.queue?.graph
      if (node === undefined || graph === undefined) continue
      const status = ends[at + 1] ?? COMPLETE
      graph.ended(node, status, node.queue?.profiling === true ? this.#profileAt(at) : undefined)
      if (!graphs.includes(graph)) graphs.push(graph)
    }
  }

  #profileAt(at: number): Profile {
    const stampAt = (word: number): bigint => this.commands.stamps[at + word] ?? 0n
    return { queued: stampAt(2), submit: stampAt(3), start: stampAt(4), end: stampAt(5) }
  }
}
