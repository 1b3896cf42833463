import type { ClBuffer } from '../../model/buffer.ts'
import type { ClEvent } from '../../model/event.ts'
import type { ClImage } from '../../model/image.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import type { SvmAllocation } from '../../model/svm.ts'
import type { PortCommand } from '../../port/commands/port-command.ts'

/** One of the two commands of a hazard. */
export interface HazardCommand {
  /** As checked, with every default filled in; what it refers to are the program's own objects. */
  readonly command: PortCommand
  readonly event: ClEvent
  readonly queue: ClCommandQueue
}

/**
 * Two commands that touch the same bytes, one of them to write, and that nothing orders: neither wait lists nor an
 * in-order queue nor a barrier, directly or through other commands.
 */
export interface Hazard {
  /** Of a pair with several of these, the first of: read after write, write after write, write after read. */
  readonly kind: 'read after write' | 'write after read' | 'write after write'
  /** The one that was enqueued first. */
  readonly first: HazardCommand
  readonly second: HazardCommand
  readonly overlap: {
    /** Of a sub-buffer the parent, of an image made from a buffer that buffer, of host memory its ArrayBuffer. */
    readonly memory: ClBuffer | ClImage | SvmAllocation | ArrayBufferLike
    /** In bytes; of an image with memory of its own as if tightly packed. The bytes that both touch begin no earlier. */
    readonly start: number
    /** They end here or earlier. */
    readonly end: number
  }
}
