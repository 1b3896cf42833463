import * as t from 'io-ts'
import type { Json, JsonType } from './json.ts'

/** A field that may be left out. */
export class Optional<A> extends t.Type<A | undefined, Json | undefined, unknown> {
  readonly type: JsonType<A>

  constructor(type: JsonType<A>) {
    super(
      type.name,
      (input): input is A | undefined => input === undefined || type.is(input),
      (input, context) => (input === undefined ? t.success(undefined) : type.validate(input, context)),
      (value) => (value === undefined ? undefined : type.encode(value)),
    )
    this.type = type
  }
}

/** A field that may be left out. */
export const optional = <A>(type: JsonType<A>): Optional<A> => new Optional(type)
