import { refusal, type ClError } from '../../model/cl-error.ts'
import type { SvmObject } from '../../model/svm.ts'

/** Only fine-grained memory that is not freed can be seen without a command. */
export const svmBytesRefusal = (
  allocation: SvmObject,
): ClError<'CL_INVALID_VALUE'> | ClError<'CL_INVALID_OPERATION'> | undefined => {
  if (allocation.released)
    return refusal('CL_INVALID_VALUE', 'bytes', 'svm_pointer', 'The allocation was freed; its bytes are gone.')
  if (!allocation.flags.includes('SVM_FINE_GRAIN_BUFFER'))
    return refusal(
      'CL_INVALID_OPERATION',
      'bytes',
      'svm_pointer',
      'The allocation is coarse-grained; allocate it with SVM_FINE_GRAIN_BUFFER, or map it with svmMap.',
    )
  return undefined
}
