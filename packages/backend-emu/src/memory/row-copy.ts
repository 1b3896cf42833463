/** Copies rows within one array: all offsets and pitches in bytes, `rows` at least 1, the sides without overlap. */
export type RowCopy = (
  dst: number,
  src: number,
  rowBytes: number,
  rows: number,
  dstPitch: number,
  srcPitch: number,
) => void

/** By the array, as commands know their memory by its array alone. */
const copies = new WeakMap<Uint8Array, RowCopy>()

export const setRowCopy = (bytes: Uint8Array, copy: RowCopy): void => {
  copies.set(bytes, copy)
}

/** The fast way to copy rows within `bytes`, if there is one. */
export const rowCopyOf = (bytes: Uint8Array): RowCopy | undefined => copies.get(bytes)
