import type { StridedBox } from '../../model/strided-box.ts'
import type { CommandEvent } from '../command-event.ts'
import { Access } from './access.ts'
import { FoundAccesses } from './found-accesses.ts'
import { MemoryAccesses } from './memory-accesses.ts'

/** What the unsettled commands of a context read and write. */
export class LiveAccesses {
  readonly #memories = new Map<object, MemoryAccesses>()
  readonly #found = new FoundAccesses()

  /** How many memories are known: those of which something is read or written. */
  get memoryCount(): number {
    return this.#memories.size
  }

  /** An access that a new command makes; to be added. */
  begin(event: CommandEvent, box: StridedBox, isWrite: boolean): Access {
    const memory = this.#memories.get(box.memory) ?? this.#remember(new MemoryAccesses(box.memory))
    return new Access(event, memory, box, isWrite)
  }

  /**
   * The accesses of other commands that share bytes with this new one, one of the two a write: writes first. To be
   * cleared.
   */
  findConflicts(access: Access): FoundAccesses {
    const { start, end, isWrite, memory } = access
    const found = this.#found
    memory.writes.find(start, end, found)
    if (isWrite) memory.reads.find(start, end, found)
    if (found.size > 0) found.keepConflicts(access)
    return found
  }

  add(access: Access): void {
    const { event, isWrite, memory } = access
    if (!isWrite && !event.queue.outOfOrder) this.#replaceReads(access)
    memory.add(access)
    access.sibling = event.accesses
    event.accesses = access
  }

  /** From now on `later` stands for `earlier`: it comes after it, and what meets the earlier meets it too. */
  replace(earlier: Access, later: Access): void {
    if (!earlier.isListed) return
    earlier.memory.remove(earlier)
    earlier.next = later.replaced
    later.replaced = earlier
  }

  /**
   * Forgets what a command does when it settles. A command that fails may settle before those that it came after: these
   * stand for themselves again.
   */
  leave(event: CommandEvent, hasFailed: boolean): void {
    for (let access = event.accesses; access !== undefined; access = access.sibling) {
      const { memory, replaced } = access
      access.replaced = undefined
      if (access.isListed) memory.remove(access)
      if (hasFailed) this.#restore(replaced)
      if (memory.isEmpty && this.#memories.get(memory.memory) === memory) this.#memories.delete(memory.memory)
    }
    event.accesses = undefined
  }

  /** On one in-order queue a read of the same bytes, or more, ends later: who waits for it waits for the earlier one. */
  #replaceReads(access: Access): void {
    const found = this.#found
    access.memory.reads.findAlike(access, found)
    for (let index = 0; index < found.size; index += 1) {
      const earlier = found.at(index)
      if (earlier.event.queue === access.event.queue && earlier.event !== access.event)
        if (access.covers(earlier)) this.replace(earlier, access)
    }
    found.clear()
  }

  #restore(first: Access | undefined): void {
    for (let access = first; access !== undefined;) {
      const { next, memory } = access
      access.next = undefined
      if (!access.event.isSettled) {
        // Its memory may have been forgotten meanwhile.
        access.memory = this.#memories.get(memory.memory) ?? this.#remember(memory)
        access.memory.add(access)
      }
      access = next
    }
  }

  #remember(memory: MemoryAccesses): MemoryAccesses {
    this.#memories.set(memory.memory, memory)
    return memory
  }
}
