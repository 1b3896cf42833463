/**
 * How commands and ends lie in the registered Float64Arrays. Every word but a stamp is a whole number below 2^53.
 *
 * A command: [OP, queue, event slot, n, n × event slot to wait for, arguments…]. Event slots are chosen by TypeScript,
 * dense and from 0; one is free again when its end has been drained. The arguments of each operation, with h as an index
 * into the `host` list of `submit`, with IN_PLACE added where the view is not to be staged:
 *
 * - WRITE_BUFFER, READ_BUFFER: buffer, offset, size, h
 * - COPY_BUFFER: src, dst, src offset, dst offset, size
 * - WRITE_IMAGE, READ_IMAGE: image, origin ×3, region ×3, row pitch, slice pitch (0 where the type has none), h
 * - COPY_IMAGE_TO_BUFFER: image, buffer, origin ×3, region ×3, dst offset
 * - COPY_BUFFER_TO_IMAGE: buffer, image, src offset, origin ×3, region ×3
 * - SVM_MEMCPY: dst svm or 0, dst offset or h, src svm or 0, src offset or h, size
 * - MARKER, BARRIER: none; with n = 0 they wait for the queue
 * - WRITE_BUFFER_RECT, READ_BUFFER_RECT: buffer, origin ×3, region ×3, row pitch, slice pitch, row pitch and slice pitch
 *   in host memory, h, whose first byte is the box's
 * - COPY_BUFFER_RECT: src, dst, src origin ×3, dst origin ×3, region ×3, src row and slice pitch, dst row and slice pitch
 * - COPY_BUFFER_ROWS: the same, row by row
 * - FILL_BUFFER: buffer, offset, size, h (the pattern)
 * - COPY_IMAGE: src, dst, src origin ×3, dst origin ×3, region ×3
 * - COPY_IMAGE_THROUGH: the same, through a buffer
 * - FILL_IMAGE: image, origin ×3, region ×3, h (the colour)
 * - MAP_BUFFER: buffer, flags, offset, size, mapping
 * - MAP_IMAGE: image, flags, origin ×3, region ×3, mapping
 * - UNMAP: mapping, whatever it is of
 * - MIGRATE: flags, count, count × mem object
 * - SVM_MEM_FILL: svm, offset, size, h (the pattern)
 * - SVM_MAP: svm, offset, size, flags, mapping
 * - SVM_MIGRATE: flags, count, count × (svm, offset, size)
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
  WRITE_BUFFER_RECT: 11,
  READ_BUFFER_RECT: 12,
  COPY_BUFFER_RECT: 13,
  FILL_BUFFER: 14,
  COPY_IMAGE: 15,
  FILL_IMAGE: 16,
  MAP_BUFFER: 17,
  MAP_IMAGE: 18,
  UNMAP: 19,
  MIGRATE: 20,
  SVM_MEM_FILL: 21,
  SVM_MAP: 22,
  SVM_MIGRATE: 23,
  COPY_BUFFER_ROWS: 24,
  COPY_IMAGE_THROUGH: 25,
} as const

/**
 * An end: [event slot, status, queued, submit, start, end]; the four stamps in nanoseconds, or all 0 without profiling.
 *
 * A stamp is not a number but the 64 bits of the cl_ulong in the place of the word, to be read through a BigUint64Array
 * over the same memory: a device may count from 1970, and then 2^53 does not hold a nanosecond.
 */
export const END_WORDS = 6

/** Added to an index of host memory that is used where it is, however small. */
export const IN_PLACE = 2 ** 40

/** Host memory up to this many bytes is copied on its way (see `submit`); more is used in place while a command runs. */
export const STAGED_BYTES = 1_048_576
