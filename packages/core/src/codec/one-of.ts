import * as t from 'io-ts'

/** One of a list of names. */
export const oneOf = <const Name extends string>(names: readonly Name[]): t.Type<Name> => {
  const isName = (input: unknown): input is Name => (names as readonly unknown[]).includes(input)
  return new t.Type<Name>(
    `one of ${names.join(', ')}`,
    isName,
    (input, context) => (isName(input) ? t.success(input) : t.failure(input, context)),
    t.identity,
  )
}
