import type { BufferObject } from '../../model/buffer.ts'
import type { ImageObject } from '../../model/image.ts'
import type { QueueObject } from '../../model/queue.ts'
import type { SvmObject } from '../../model/svm.ts'
import type { CommandEvent } from '../command-event.ts'
import type { Hazard } from './hazard.ts'

/** Who is told of hazards. */
export interface HazardListener {
  found(hazard: Hazard): void
  /** The context is closed: no more will come. */
  closed(): void
}

/** What a context does about commands that touch the same bytes: one of the modes. */
export interface Hazards {
  /** A queue is made; `unsettled` are the commands so far. */
  addQueue(queue: QueueObject, unsettled: () => readonly CommandEvent[]): void
  /** A buffer or image is made; it may be over memory of the program's. */
  addMemory(object: BufferObject | ImageObject): void
  /** `bytes` are those of `allocation` from `offset` on. */
  alias(bytes: Uint8Array, allocation: SvmObject, offset: number): void
  /** A command is enqueued, before its effects on the host. */
  enter(event: CommandEvent): void
  /** A command settles; it has not yet been told. */
  leave(event: CommandEvent, hasFailed: boolean): void
  /** Tells what the latest commands have brought, when they are on their way. */
  tell(): void
}
