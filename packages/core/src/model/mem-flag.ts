/** cl_mem_flags without the CL_MEM_ prefix. */
export const MEM_FLAGS = [
  'READ_WRITE',
  'READ_ONLY',
  'WRITE_ONLY',
  'HOST_READ_ONLY',
  'HOST_WRITE_ONLY',
  'HOST_NO_ACCESS',
  'ALLOC_HOST_PTR',
] as const

/** One of MEM_FLAGS. */
export type MemFlag = (typeof MEM_FLAGS)[number]

/** cl_svm_mem_flags without the CL_MEM_ prefix. */
export type SvmFlag = MemFlag | 'SVM_FINE_GRAIN_BUFFER' | 'SVM_ATOMICS'

/** Whether the host may read the object with a command. */
export const isHostReadable = (flags: readonly MemFlag[]): boolean =>
  !flags.includes('HOST_WRITE_ONLY') && !flags.includes('HOST_NO_ACCESS')

/** Whether the host may write the object with a command. */
export const isHostWritable = (flags: readonly MemFlag[]): boolean =>
  !flags.includes('HOST_READ_ONLY') && !flags.includes('HOST_NO_ACCESS')
