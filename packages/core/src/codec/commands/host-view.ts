import type { HostData } from '../../model/host-data.ts'

interface ViewConstructor {
  readonly BYTES_PER_ELEMENT?: number
  new (buffer: ArrayBuffer): HostData
}

/** Younger than the library's target: there where the program runs on a newer engine. */
const { Float16Array: YoungFloat16Array } = globalThis as { readonly Float16Array?: ViewConstructor }

const VIEWS: ReadonlyMap<unknown, ViewConstructor> = new Map<unknown, ViewConstructor>([
  ['Int8Array', Int8Array],
  ['Uint8Array', Uint8Array],
  ['Uint8ClampedArray', Uint8ClampedArray],
  ['Int16Array', Int16Array],
  ['Uint16Array', Uint16Array],
  ['Int32Array', Int32Array],
  ['Uint32Array', Uint32Array],
  ['Float32Array', Float32Array],
  ['Float64Array', Float64Array],
  ['BigInt64Array', BigInt64Array],
  ['BigUint64Array', BigUint64Array],
  ['DataView', DataView],
  ...(YoungFloat16Array === undefined ? [] : [['Float16Array', YoungFloat16Array] as const]),
])

/** The names of the views that host data can be. */
export const VIEW_NAMES = [...VIEWS.keys()] as readonly string[]

/** The name of the view's kind, also of a subclass and of another realm; undefined where there is none. */
export const viewNameOf = (view: HostData): string | undefined => {
  const name = (view as { readonly [Symbol.toStringTag]?: unknown })[Symbol.toStringTag]
  return VIEWS.has(name) ? (name as string) : undefined
}

/** The bytes of a view; undefined where its buffer is detached. */
export const attachedBytesOf = (view: HostData): Uint8Array<ArrayBuffer> | undefined => {
  // A detached buffer has no property that says so in Node 20; a view of one cannot be made.
  try {
    return new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset, view.byteLength)
  } catch {
    return undefined
  }
}

/** A view of all bytes of a buffer; undefined where they are no whole number of elements. */
export const viewOver = (name: string, buffer: ArrayBuffer): HostData | undefined => {
  const View = VIEWS.get(name)
  if (View === undefined || buffer.byteLength % (View.BYTES_PER_ELEMENT ?? 1) !== 0) return undefined
  return new View(buffer)
}
