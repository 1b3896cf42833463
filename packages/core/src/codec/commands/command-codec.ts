import * as t from 'io-ts'
import { Command, type AnyCommand } from '../../model/commands/command.ts'
import { Fields } from '../fields.ts'
import { oneOf } from '../one-of.ts'
import { bufferCommands } from './buffer-commands.ts'
import { commandOf, type CommandJson, type CommandType } from './command-type.ts'
import { imageCommands } from './image-commands.ts'
import { mapCommands } from './map-commands.ts'
import type { ObjectIds } from './object-ids.ts'
import { svmCommands } from './svm-commands.ts'

type Tag = AnyCommand['_tag']

/** Of each kind of command. */
export type CommandTypes = { readonly [T in Tag]: CommandType<Extract<AnyCommand, { readonly _tag: T }>> }

export const commandTypes = (objects: ObjectIds): CommandTypes => ({
  ...bufferCommands(objects),
  ...imageCommands(objects),
  ...mapCommands(objects),
  ...svmCommands(objects),
  Marker: commandOf('Marker', Command.marker, {}),
  Barrier: commandOf('Barrier', Command.barrier, {}),
})

/** The type that the command's own tag names; undefined for what is no command. */
export const typeOf = (types: CommandTypes, value: unknown): CommandType<AnyCommand> | undefined => {
  const tag = Fields.is(value) ? value['_tag'] : undefined
  // It is asked only about commands with its tag.
  return typeof tag === 'string' && Object.hasOwn(types, tag)
    ? (types[tag as Tag] as unknown as CommandType<AnyCommand>)
    : undefined
}

/**
 * Between a command and JSON, with objects by their ids. Decoding checks shape and kinds; the other rules are checked when
 * the command is enqueued. Encode only what `is` says it can: `encodeCommand` looks first.
 */
export const commandCodec = (objects: ObjectIds): t.Type<AnyCommand, CommandJson, unknown> => {
  const types = commandTypes(objects)
  const Tags = oneOf(Object.keys(types))
  return new t.Type<AnyCommand, CommandJson, unknown>(
    'a command as an object',
    (input): input is AnyCommand => typeOf(types, input)?.is(input) === true,
    (input, context) => {
      if (!Fields.is(input)) return t.failure(input, context)
      const type = typeOf(types, input)
      return type === undefined
        ? t.failure(input['_tag'], t.appendContext(context, '_tag', Tags, input['_tag']))
        : type.validate(input, context)
    },
    (command) => (types[command._tag] as unknown as CommandType<AnyCommand>).encode(command),
  )
}
