import { operandHandles } from '../commands/operand-handles.ts'
import type { EventNode } from './event-node.ts'

/** The driver's objects that the command of an event uses, as `operandHandles`; a user event uses none. */
export const operandsOf = ({ command }: EventNode): readonly number[] =>
  command === undefined ? [] : operandHandles(command)
