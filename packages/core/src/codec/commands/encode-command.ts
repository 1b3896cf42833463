import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { AnyCommand } from '../../model/commands/command.ts'
import type { Mismatch } from '../mismatch.ts'
import { commandTypes, typeOf } from './command-codec.ts'
import type { CommandJson } from './command-type.ts'
import type { JsonType } from './json.ts'
import { List } from './list.ts'
import type { ObjectIds } from './object-ids.ts'
import { Optional } from './optional.ts'

const isOf = (type: JsonType<unknown>, value: unknown): boolean => type.is(value)

/** Where a value is not what its type can encode. */
const mismatchIn = (type: JsonType<unknown>, path: string, given: unknown): Mismatch | undefined => {
  if (isOf(type, given)) return undefined
  const list: unknown = type instanceof Optional ? type.type : type
  if (list instanceof List && Array.isArray(given))
    for (const [index, entry] of (given as readonly unknown[]).entries()) {
      const item = list.item as JsonType<unknown>
      if (!isOf(item, entry)) return { path: `${path}[${index}]`, given: entry, allowed: item.name }
    }
  return { path, given, allowed: type.name }
}

/**
 * A command as JSON: objects by the ids that `objects` has for them; host arrays without an id by value, in base64;
 * numbers that JSON lacks by name ('NaN', 'Infinity', '-Infinity', '-0'). An array that the command is to fill needs an
 * id to be found again.
 *
 * Left: the first field that cannot be written, such as an object without an id.
 */
export const encodeCommand = (objects: ObjectIds): ((command: AnyCommand) => Either<Mismatch, CommandJson>) => {
  const types = commandTypes(objects)
  return (command) => {
    const type = typeOf(types, command)
    if (type === undefined) return left({ path: '_tag', given: command, allowed: 'a command' })
    for (const [key, field] of type.types) {
      const mismatch = mismatchIn(field, key, (command as unknown as Readonly<Record<string, unknown>>)[key])
      if (mismatch !== undefined) return left(mismatch)
    }
    return right(type.encode(command))
  }
}
