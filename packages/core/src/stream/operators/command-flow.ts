import type { Observable } from 'rxjs'
import { CommandNode, type CommandParts } from '../command-node.ts'
import type { OperatorKind } from './operator-kind.ts'

/**
 * The flow of a command. Its type is what the operator promises: the node emits what `kind` makes, or a Left that its
 * inputs or the validator gave.
 */
export const commandFlow = <Options>(
  kind: OperatorKind<Options>,
  source: Observable<unknown>,
  parts: CommandParts<Options>,
): CommandNode<never, Options> => new CommandNode(kind, source, parts)
