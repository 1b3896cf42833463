/**
 * How commands and ends lie in the registered Float64Arrays. Every word but a stamp is a whole number below 2^53.
 *
 * A command: [OP, queue, event slot, n, n × event slot to wait for, arguments…]. Event slots are chosen by TypeScript,
 * dense and from 0; one is free again when its end has been drained. The arguments of each operation, with h as an index
 * into the `host` list of `submit`:
 *
 * - WRITE_BUFFER, READ_BUFFER: buffer, offset, size, h
 * - COPY_BUFFER: src, dst, src offset, dst offset, size
 * - WRITE_IMAGE, READ_IMAGE: image, origin ×3, region ×3, row pitch, slice pitch (0 where the type has none), h
 * - COPY_IMAGE_TO_BUFFER: image, buffer, origin ×3, region ×3, dst offset
 * - COPY_BUFFER_TO_IMAGE: buffer, image, src offset, origin ×3, region ×3
 * - SVM_MEMCPY: dst svm or 0, dst offset or h, src svm or 0, src offset or h, size
 * - MARKER, BARRIER: none; with n = 0 they wait for the queue
 */
export const OP = {
  WRITE_BUFFER: 1,
  READ_BUFFER: 2,
  COPY_BUFFER: 3,
  WRITE_IMAGE: 4,
  READ_IMAGE: 5,
  COPY_IMAGE_TO_BUFFER: 6,
  COPY_BUFFER_TO_IMAGE: 7,
  SVM_MEMCPY: 8,
  MARKER: 9,
  BARRIER: 10,
} as const

/**
 * An end: [event slot, status, queued, submit, start, end]; the four stamps in nanoseconds, or all 0 without profiling.
 *
 * A stamp is not a number but the 64 bits of the cl_ulong in the place of the word, to be read through a BigUint64Array
 * over the same memory: a device may count from 1970, and then 2^53 does not hold a nanosecond.
 */
export const END_WORDS = 6

/** Host memory up to this many bytes is copied on its way (see `submit`); more is used in place while a command runs. */
export const STAGED_BYTES = 1_048_576
