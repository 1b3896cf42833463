import type { AnyCommand } from '../../index.ts'

/** A step as a command, with what the oracle says of it. */
export interface Planned {
  readonly command: AnyCommand
  /** The code it must be refused with; undefined for a valid one. */
  readonly refusal: string | undefined
  /** The device's memory that it reads and writes, as the ArrayBuffers of the oracle. */
  readonly reads: readonly ArrayBufferLike[]
  readonly writes: readonly ArrayBufferLike[]
  /** Does it to the oracle's memory; gives what a read must emit or the host memory it must fill. */
  readonly apply: () => Uint8Array | undefined
  /** The host memory of the command that `apply` foretells; undefined for what the flow emits. */
  readonly host?: Uint8Array | undefined
}

const NOTHING: readonly ArrayBufferLike[] = []

/** A command that moves nothing. */
export const idle = (command: AnyCommand): Planned => ({
  command,
  refusal: undefined,
  reads: NOTHING,
  writes: NOTHING,
  apply: () => undefined,
})

/** Whether the second must wait for the first. */
export const conflicts = (first: Planned, second: Planned): boolean =>
  first.writes.some((memory) => second.writes.includes(memory) || second.reads.includes(memory)) ||
  first.reads.some((memory) => second.writes.includes(memory))
