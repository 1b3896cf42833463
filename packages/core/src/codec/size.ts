import * as t from 'io-ts'
import { isSize, SIZE_IN_WORDS } from './is-size.ts'

/** A count of bytes, pixels or images. */
export const Size = new t.Type<number>(
  SIZE_IN_WORDS,
  isSize,
  (input, context) => (isSize(input) ? t.success(input) : t.failure(input, context)),
  t.identity,
)
