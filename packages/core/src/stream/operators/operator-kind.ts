import type { AnyCommand } from '../../model/commands/command.ts'

/** What all calls of one operator have in common. One object per operator: a node only points to it. */
export interface OperatorKind<Options> {
  /** An Enqueued at once, or the bytes when they are there. */
  readonly emits: 'enqueued' | 'bytes'
  /** The command for what the inputs brought. Nothing is trusted here: the command is checked when it is enqueued. */
  command(source: unknown, operand: unknown, options: Options | undefined): AnyCommand
}
