import * as t from 'io-ts'
import type { Json, JsonType } from './json.ts'

/** An array, of one of some lengths where these are given. Decoded and encoded arrays are new ones. */
export class List<A> extends t.Type<readonly A[], Json, unknown> {
  readonly item: JsonType<A>

  constructor(item: JsonType<A>, name: string, lengths?: readonly number[]) {
    const isList = (input: unknown): input is readonly unknown[] =>
      Array.isArray(input) && (lengths === undefined || lengths.includes(input.length))
    super(
      name,
      // A copy, because `every` leaves holes out.
      (input): input is readonly A[] => isList(input) && [...input].every((entry) => item.is(entry)),
      (input, context) => {
        if (!isList(input)) return t.failure(input, context)
        const list: A[] = []
        for (const [index, entry] of input.entries()) {
          const decoded = item.validate(entry, t.appendContext(context, String(index), item, entry))
          if (decoded._tag === 'Left') return decoded
          list.push(decoded.right)
        }
        return t.success(list)
      },
      (list) => list.map((entry) => item.encode(entry) ?? null),
    )
    this.item = item
  }
}
