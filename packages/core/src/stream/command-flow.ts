import { isObservable, type Observable } from 'rxjs'
import type { AnyCommand } from '../model/commands/command.ts'
import { CommandNode } from './command-node.ts'

/** One call of a command operator. Nothing in it is trusted: the command is checked before it is enqueued. */
export interface CommandFlowParts {
  readonly queue: unknown
  readonly source: Observable<unknown>
  /** A resource, or a flow of it; undefined where the command has no second one. */
  readonly operand?: unknown
  readonly waitFor: unknown
  readonly command: (source: unknown, operand: unknown) => AnyCommand
  readonly emits?: 'enqueued' | 'bytes'
}

const NONE: readonly unknown[] = []

/** The flow of a command: its inputs are what is to be observed, the rest of the wait list is at hand. */
export const commandFlow = (parts: CommandFlowParts): CommandNode<never, never> => {
  const { queue, source, operand, waitFor, command, emits = 'enqueued' } = parts
  const isOperandFlow = isObservable(operand)
  const inputs: Observable<unknown>[] = isOperandFlow ? [source, operand] : [source]
  let events = NONE
  if (Array.isArray(waitFor)) {
    for (const dependency of waitFor as readonly unknown[]) if (isObservable(dependency)) inputs.push(dependency)
    events = (waitFor as readonly unknown[]).filter((dependency) => !isObservable(dependency))
  } else if (waitFor !== undefined) {
    // No list: whatever it is, the validator says so.
    events = [waitFor]
  }
  return new CommandNode({ queue, inputs, isOperandFlow, operand, events, command, emits })
}
