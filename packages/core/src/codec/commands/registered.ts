import * as t from 'io-ts'
import type { ObjectIds } from './object-ids.ts'

/** An object of one kind, by its id. `kind` with its article. */
export const registered = <A extends object>(
  objects: ObjectIds,
  kind: string,
  isKind: (value: unknown) => value is A,
): t.Type<A, string, unknown> =>
  new t.Type<A, string, unknown>(
    `${kind} that has an id`,
    (input): input is A => isKind(input) && objects.idOf(input) !== undefined,
    (input, context) => {
      const object = typeof input === 'string' ? objects.objectOf(input) : undefined
      return isKind(object) ? t.success(object) : t.failure(input, context, `the id of ${kind}`)
    },
    // Asked only of what has an id; an empty one stands for nothing.
    (object) => objects.idOf(object) ?? '',
  )
