import * as t from 'io-ts'
import { Fields } from '../fields.ts'
import type { Json, JsonType } from './json.ts'

/** One codec for each field, those that may be left out as well. */
export type FieldTypes<F> = { readonly [K in keyof F]-?: JsonType<F[K]> }

const absent = (key: string, keys: readonly string[], input: Fields, context: t.Context): t.Validation<never> =>
  t.failure(
    input[key],
    t.appendContext(context, key, t.undefined),
    `absent: the fields are ${keys.length === 0 ? 'none' : keys.join(', ')}`,
  )

/** An object with these fields and, in JSON, no others. */
export class Struct<F extends object> extends t.Type<F, { readonly [key: string]: Json }, unknown> {
  readonly types: readonly (readonly [key: string, type: JsonType<unknown>])[]

  constructor(fields: FieldTypes<F>, name: string) {
    // Each type is asked only about the field that it stands for.
    const types = Object.entries(fields) as unknown as readonly (readonly [string, JsonType<unknown>])[]
    const keys = types.map(([key]) => key)
    super(
      name,
      (input): input is F => Fields.is(input) && types.every(([key, type]) => type.is(input[key])),
      (input, context) => {
        if (!Fields.is(input)) return t.failure(input, context, name)
        const decoded: { [key: string]: unknown } = {}
        for (const [key, type] of types) {
          const value = type.validate(input[key], t.appendContext(context, key, type, input[key]))
          if (value._tag === 'Left') return value
          decoded[key] = value.right
        }
        const unknown = Object.keys(input).find((key) => !keys.includes(key))
        return unknown === undefined ? t.success(decoded as F) : absent(unknown, keys, input, context)
      },
      (value) => {
        const encoded: { [key: string]: Json } = {}
        for (const [key, type] of types) {
          const json = type.encode((value as Fields)[key])
          if (json !== undefined) encoded[key] = json
        }
        return encoded
      },
    )
    this.types = types
  }
}
