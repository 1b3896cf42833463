import { left, type Either } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'

/** Where untyped input is not what it must be: the first such place. */
export interface Mismatch {
  /** From the decoded field inwards, such as `format.channelOrder` or `flags[1]`. */
  readonly path: string
  readonly given: unknown
  /** What may stand there, in words. */
  readonly allowed: string
}

const pathOf = (field: string, context: t.Context): string =>
  context.reduce((path, { key }) => {
    if (key === '') return path
    if (/^\d+$/.test(key)) return `${path}[${key}]`
    return path === '' ? key : `${path}.${key}`
  }, field)

const toMismatch = (field: string, error: t.ValidationError | undefined): Mismatch => ({
  path: error === undefined ? field : pathOf(field, error.context),
  given: error?.value,
  allowed: error?.message ?? error?.context.at(-1)?.type.name ?? 'something else',
})

/** Decodes `value`, which stands in `field` of some description. The names of the codecs say what is allowed. */
export const decodeField = <A>(codec: t.Type<A, unknown>, field: string, value: unknown): Either<Mismatch, A> => {
  const decoded = codec.decode(value)
  return decoded._tag === 'Left' ? left(toMismatch(field, decoded.left[0])) : decoded
}
