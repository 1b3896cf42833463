interface Transfers {
  readonly structuredClone?: <A>(value: A, options: { readonly transfer: readonly unknown[] }) => A
}

/**
 * Takes the memory away from every view of `buffer` and answers it in a buffer of its own, without a copy. Node 20 has
 * no ArrayBuffer.prototype.transfer, so the buffer is handed to a structured clone. A host with neither leaves the views
 * attached; so does a buffer that is detached already: then the answer is `buffer` itself.
 */
export const takeAway = (buffer: ArrayBufferLike): ArrayBufferLike => {
  const { transfer } = buffer as { readonly transfer?: () => ArrayBufferLike }
  try {
    if (typeof transfer === 'function') return transfer.call(buffer)
    return (globalThis as unknown as Transfers).structuredClone?.(buffer, { transfer: [buffer] }) ?? buffer
  } catch {
    return buffer
  }
}

/** Takes the memory away from every view of `buffer`, for good. */
export const detach = (buffer: ArrayBufferLike): void => {
  takeAway(buffer)
}
