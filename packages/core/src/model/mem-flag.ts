/** cl_mem_flags without the CL_MEM_ prefix. */
export const MEM_FLAGS = [
  'READ_WRITE',
  'READ_ONLY',
  'WRITE_ONLY',
  'HOST_READ_ONLY',
  'HOST_WRITE_ONLY',
  'HOST_NO_ACCESS',
  'USE_HOST_PTR',
  'ALLOC_HOST_PTR',
  'COPY_HOST_PTR',
] as const

/** One of MEM_FLAGS. */
export type MemFlag = (typeof MEM_FLAGS)[number]

/** cl_svm_mem_flags without the CL_MEM_ prefix. */
export type SvmFlag = Exclude<MemFlag, 'USE_HOST_PTR' | 'COPY_HOST_PTR'> | 'SVM_FINE_GRAIN_BUFFER' | 'SVM_ATOMICS'

/** Whether an object with these flags is made from memory of the host. */
export const takesHostPtr = (flags: readonly MemFlag[]): boolean =>
  flags.includes('USE_HOST_PTR') || flags.includes('COPY_HOST_PTR')

/** Whether the host may read the object with a command. */
export const isHostReadable = (flags: readonly MemFlag[]): boolean =>
  !flags.includes('HOST_WRITE_ONLY') && !flags.includes('HOST_NO_ACCESS')

/** Whether the host may write the object with a command. */
export const isHostWritable = (flags: readonly MemFlag[]): boolean =>
  !flags.includes('HOST_READ_ONLY') && !flags.includes('HOST_NO_ACCESS')
