import * as t from 'io-ts'

/** What `codec` takes, or undefined. Unlike a union it keeps the path and the words of `codec` in a mismatch. */
export const optional = <A>(codec: t.Type<A, unknown>): t.Type<A | undefined, unknown> =>
  new t.Type<A | undefined, unknown>(
    codec.name,
    (input): input is A | undefined => input === undefined || codec.is(input),
    (input, context) => (input === undefined ? t.success(undefined) : codec.validate(input, context)),
    (value) => (value === undefined ? undefined : codec.encode(value)),
  )
