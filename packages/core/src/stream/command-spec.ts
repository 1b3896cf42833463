import type { Observable } from 'rxjs'
import type { AnyCommand } from '../model/commands/command.ts'

/** What an operator call says of its commands. */
export interface CommandSpec {
  readonly queue: unknown
  /** The source, then the operand if it is a flow, then the observables of `waitFor`. */
  readonly inputs: readonly Observable<unknown>[]
  readonly isOperandFlow: boolean
  /** The operand, if it is at hand. */
  readonly operand: unknown
  /** What of `waitFor` is at hand: events, or what the validator will refuse. */
  readonly events: readonly unknown[]
  readonly command: (source: unknown, operand: unknown) => AnyCommand
  /** An Enqueued at once, or the bytes when they are there. */
  readonly emits: 'enqueued' | 'bytes'
}
