/** Host memory given to a command: the bytes of a view, whatever its element type. */
export type HostData = ArrayBufferView

/** The bytes that a view covers, without a copy. */
export const bytesOf = (data: HostData): Uint8Array =>
  data instanceof Uint8Array ? data : new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
