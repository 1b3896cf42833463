import type { AnyCommand } from '../../model/commands/command.ts'

/** What all calls of one operator have in common. One object per operator: a node only points to it. */
export interface OperatorKind<Options> {
  /**
   * An Enqueued at once: of what the command works on, or of what its source brought, as it was given. Or, when the
   * command is complete, its value alone: bytes, or mapped memory.
   */
  readonly emits: 'enqueued' | 'enqueued source' | 'completed'
  /** The command for what the inputs brought. Nothing is trusted here: the command is checked when it is enqueued. */
  command(source: unknown, operand: unknown, options: Options | undefined): AnyCommand
}
