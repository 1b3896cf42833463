import type { MemFlag, SvmFlag } from '@rxcl/core'

const BITS: Readonly<Record<MemFlag | SvmFlag, number>> = {
  READ_WRITE: 1 << 0,
  WRITE_ONLY: 1 << 1,
  READ_ONLY: 1 << 2,
  USE_HOST_PTR: 1 << 3,
  ALLOC_HOST_PTR: 1 << 4,
  COPY_HOST_PTR: 1 << 5,
  HOST_WRITE_ONLY: 1 << 7,
  HOST_READ_ONLY: 1 << 8,
  HOST_NO_ACCESS: 1 << 9,
  SVM_FINE_GRAIN_BUFFER: 1 << 10,
  SVM_ATOMICS: 1 << 11,
}

const PLACE_FLAGS: ReadonlySet<MemFlag> = new Set(['USE_HOST_PTR', 'ALLOC_HOST_PTR', 'COPY_HOST_PTR'])

/** cl_mem_flags or cl_svm_mem_flags. */
export const flagBits = (flags: readonly (MemFlag | SvmFlag)[]): number =>
  flags.reduce((bits, flag) => bits | BITS[flag], 0)

/** The flags of an object over another one's memory: it inherits where that lies, and may not say so again. */
export const flagBitsOfPart = (flags: readonly MemFlag[]): number =>
  flagBits(flags.filter((flag) => !PLACE_FLAGS.has(flag)))
