import * as t from 'io-ts'
import type { AnyCommand } from '../../model/commands/command.ts'
import { oneOf } from '../one-of.ts'
import type { Json } from './json.ts'
import { Struct, type FieldTypes } from './struct.ts'

/** A command as JSON: its `_tag` and its fields, objects by id. */
export interface CommandJson {
  readonly _tag: AnyCommand['_tag']
  readonly [field: string]: Json
}

/** One kind of command. What its constructor has a default for may be left out in JSON. */
export class CommandType<C extends AnyCommand> extends t.Type<C, CommandJson, unknown> {
  /** The types of its fields. */
  readonly types: Struct<object>['types']

  constructor(tag: C['_tag'], fields: Struct<C>, make: (fields: C) => C) {
    super(
      tag,
      fields.is,
      (input, context) => {
        const decoded = fields.validate(input, context)
        return decoded._tag === 'Left' ? decoded : t.success(make(decoded.right))
      },
      (command) => ({ ...fields.encode(command), _tag: tag }),
    )
    this.types = fields.types
  }
}

/** The kind of command that `make` makes of such fields. */
export const commandOf = <F extends object, C extends AnyCommand>(
  tag: C['_tag'],
  make: (fields: F) => C,
  types: FieldTypes<F>,
): CommandType<C> => {
  // What a constructor takes is what its command has, with defaults filled in.
  const fields = new Struct({ _tag: oneOf([tag]), ...types } as unknown as FieldTypes<C>, `${tag} as an object`)
  return new CommandType(tag, fields, make as unknown as (fields: C) => C)
}
