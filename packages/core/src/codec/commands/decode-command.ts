import type { Either } from 'fp-ts/lib/Either.js'
import type { AnyCommand } from '../../model/commands/command.ts'
import { decodeField, type Mismatch } from '../mismatch.ts'
import { commandCodec } from './command-codec.ts'
import type { ObjectIds } from './object-ids.ts'

/**
 * A command from what `encodeCommand` made and JSON brought back, or from a file written by hand: fields that have a
 * default may be left out. Shape and kinds are checked, and that each id stands for an object of its kind; the rules of
 * OpenCL are checked when the command is enqueued.
 *
 * Left: the first place where the input is no command, what was given there and what is allowed.
 */
export const decodeCommand = (objects: ObjectIds): ((input: unknown) => Either<Mismatch, AnyCommand>) => {
  const codec = commandCodec(objects)
  return (input) => decodeField(codec, '', input)
}
