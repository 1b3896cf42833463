import type { MemFlag, SvmFlag } from '@rxcl/core'

const BITS: Readonly<Record<SvmFlag, number>> = {
  READ_WRITE: 1 << 0,
  WRITE_ONLY: 1 << 1,
  READ_ONLY: 1 << 2,
  ALLOC_HOST_PTR: 1 << 4,
  HOST_WRITE_ONLY: 1 << 7,
  HOST_READ_ONLY: 1 << 8,
  HOST_NO_ACCESS: 1 << 9,
  SVM_FINE_GRAIN_BUFFER: 1 << 10,
  SVM_ATOMICS: 1 << 11,
}

/** cl_mem_flags or cl_svm_mem_flags. */
export const flagBits = (flags: readonly SvmFlag[]): number => flags.reduce((bits, flag) => bits | BITS[flag], 0)

/** The flags of an object over another one's memory: it inherits how that was allocated, and may not say so again. */
export const flagBitsOfPart = (flags: readonly MemFlag[]): number =>
  flagBits(flags.filter((flag) => flag !== 'ALLOC_HOST_PTR'))
