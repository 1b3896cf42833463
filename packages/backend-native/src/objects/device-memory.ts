/** ArrayBuffers that a driver writes: those behind USE_HOST_PTR, and the bytes of fine-grained SVM with its handle. */
const known = new WeakMap<object, number>()

/** Notes an ArrayBuffer; `svm` is 0 unless it is the bytes of shared virtual memory. */
export const noteDeviceMemory = (buffer: ArrayBufferLike, svm: number): void => {
  known.set(buffer, svm)
}

/**
 * Whether a driver writes these bytes by itself: then a command must find them where they are when it runs, and not as
 * they were when the driver got the command.
 */
export const isDeviceMemory = ({ buffer }: Uint8Array): boolean => known.has(buffer)

/** The shared virtual memory that these bytes are, or 0. */
export const svmBehind = ({ buffer }: Uint8Array): number => known.get(buffer) ?? 0
