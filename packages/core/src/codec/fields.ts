import * as t from 'io-ts'

export type Fields = Readonly<Record<string, unknown>>

const isFields = (input: unknown): input is Fields =>
  typeof input === 'object' && input !== null && !Array.isArray(input)

/** Any object with named fields, of a class or not; what is in the fields is for other codecs. */
export const Fields = new t.Type<Fields>(
  'an object',
  isFields,
  (input, context) => (isFields(input) ? t.success(input) : t.failure(input, context)),
  t.identity,
)
