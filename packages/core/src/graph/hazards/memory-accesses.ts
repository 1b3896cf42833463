import { AccessList } from './access-list.ts'
import type { Access } from './access.ts'

/** The accesses to one memory. Reads do not conflict with reads. */
export class MemoryAccesses {
  readonly memory: object
  readonly reads = new AccessList()
  readonly writes = new AccessList()

  constructor(memory: object) {
    this.memory = memory
  }

  get isEmpty(): boolean {
    return this.reads.isEmpty && this.writes.isEmpty
  }

  add(access: Access): void {
    if (access.isWrite) this.writes.add(access)
    else this.reads.add(access)
  }

  remove(access: Access): void {
    if (access.isWrite) this.writes.remove(access)
    else this.reads.remove(access)
  }
}
