import * as t from 'io-ts'
import type { HostData } from '../../model/host-data.ts'
import { Fields } from '../fields.ts'
import { oneOf } from '../one-of.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { attachedBytesOf, VIEW_NAMES, viewNameOf, viewOver } from './host-view.ts'
import type { Json } from './json.ts'
import type { ObjectIds } from './object-ids.ts'
import { Struct } from './struct.ts'
import { registered } from './registered.ts'

const isView = (value: unknown): value is HostData => ArrayBuffer.isView(value)

const Base64 = new t.Type<Uint8Array<ArrayBuffer>, string, unknown>(
  'bytes in base64, with padding',
  (input): input is Uint8Array<ArrayBuffer> => input instanceof Uint8Array,
  (input, context) => {
    const bytes = typeof input === 'string' ? fromBase64(input) : undefined
    return bytes === undefined ? t.failure(input, context) : t.success(bytes)
  },
  toBase64,
)

const ByValue = new Struct<{ readonly view: string; readonly base64: Uint8Array<ArrayBuffer> }>(
  { view: oneOf(VIEW_NAMES), base64: Base64 },
  'an object with view and base64, or with host',
)

const decodeByValue = (input: unknown, context: t.Context): t.Validation<HostData> => {
  const parts = ByValue.validate(input, context)
  if (parts._tag === 'Left') return parts
  const { view, base64 } = parts.right
  const data = viewOver(view, base64.buffer)
  return data === undefined
    ? t.failure(base64.length, t.appendContext(context, 'base64', Base64), `whole elements of a ${view}`)
    : t.success(data)
}

/**
 * A typed array or DataView: by its id where it has one, `{ host: id }`; else by value, `{ view: 'Float32Array', base64 }`,
 * its bytes in the order of the host that encodes.
 */
export const hostData = (objects: ObjectIds): t.Type<HostData, Json, unknown> => {
  const ById = new Struct<{ readonly host: HostData }>(
    { host: registered(objects, 'a typed array or DataView', isView) },
    'an object with host',
  )
  return new t.Type<HostData, Json, unknown>(
    'a typed array or DataView, not detached unless it has an id',
    (input): input is HostData =>
      ArrayBuffer.isView(input) &&
      (objects.idOf(input) !== undefined || (viewNameOf(input) !== undefined && attachedBytesOf(input) !== undefined)),
    (input, context) => {
      if (!Fields.is(input) || !('host' in input)) return decodeByValue(input, context)
      const decoded = ById.validate(input, context)
      return decoded._tag === 'Left' ? decoded : t.success(decoded.right.host)
    },
    (data) =>
      objects.idOf(data) === undefined
        ? ByValue.encode({ view: viewNameOf(data) ?? '', base64: attachedBytesOf(data) ?? new Uint8Array(0) })
        : ById.encode({ host: data }),
  )
}
