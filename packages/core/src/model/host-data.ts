/** Host memory given to a command: the bytes of a view, whatever its element type. */
export type HostData = ArrayBufferView

/** The bytes that a view covers, without a copy. */
export const bytesOf = (data: HostData): Uint8Array =>
  data instanceof Uint8Array ? data : new Uint8Array(data.buffer, data.byteOffset, data.byteLength)

const unshown = new WeakSet<Uint8Array>()

/** Notes that the program does not get this array before the command that fills it is complete. */
export const noteUnshown = (bytes: Uint8Array): void => {
  unshown.add(bytes)
}

/**
 * Whether the program cannot reach these bytes before their command is complete: a backend need not protect them from
 * being transferred meanwhile, which would last for ever.
 */
export const isUnshown = (bytes: Uint8Array): boolean => unshown.has(bytes)
