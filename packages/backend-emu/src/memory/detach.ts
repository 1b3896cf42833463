interface Transfers {
  readonly structuredClone?: (value: unknown, options: { readonly transfer: readonly unknown[] }) => unknown
}

/**
 * Takes the memory away from every view of `buffer`. Node 20 has no ArrayBuffer.prototype.transfer, so the buffer is
 * handed to a structured clone that nobody keeps. A host with neither leaves the view attached to memory that the
 * device no longer uses.
 */
export const detach = (buffer: ArrayBufferLike): void => {
  const { transfer } = buffer as { readonly transfer?: (newLength: number) => unknown }
  if (typeof transfer === 'function') transfer.call(buffer, 0)
  else (globalThis as unknown as Transfers).structuredClone?.(buffer, { transfer: [buffer] })
}
