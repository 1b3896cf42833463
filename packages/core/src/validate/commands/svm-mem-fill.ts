import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal } from '../../model/cl-error.ts'
import type { SvmMemFill, SvmMemFillError } from '../../model/commands/svm-mem-fill.ts'
import { leaves, rangeRefusal } from '../rules/byte-range-rule.ts'
import { contextRefusal } from '../rules/object-rules.ts'
import { patternMultipleRefusal, readPattern } from '../rules/pattern-rule.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { isSize, sizeRefusal } from '../rules/size-rule.ts'
import { svmDeviceRefusal } from '../rules/svm-device-rule.ts'
import { isLiveSvmPointer, svmPointerRefusal } from '../rules/svm-pointer-rule.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import type { ValidSvmMemFill } from './valid-command.ts'

const NAME = 'SvmMemFill'

/**
 * The rules of clEnqueueSVMMemFill. A size of 0 is legal. Stricter than the specification, which leaves it undefined:
 * the range must lie in its allocation, and the allocation must be of the queue's context.
 */
export const validateSvmMemFill =
  ({ queue, waitList }: CommandFacts) =>
  (command: SvmMemFill): Either<SvmMemFillError, ValidSvmMemFill> => {
    const { svmPtr } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveSvmPointer(svmPtr)) return left(svmPointerRefusal(NAME, 'svm_ptr', svmPtr))
    const { allocation, byteOffset } = svmPtr
    if (allocation.context !== queue.context) return left(contextRefusal(NAME, 'svm_ptr'))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    const unsupported = svmDeviceRefusal(NAME, queue.device, '2.0')
    if (unsupported !== undefined) return left(unsupported)
    if (!isSize(byteOffset)) return left(sizeRefusal(NAME, 'svm_ptr', byteOffset))
    const read = readPattern(NAME, command.pattern)
    if (read._tag === 'Left') return read
    const pattern = read.right
    const step = pattern.byteLength
    // The address itself is the backend's: only what the allocation was made with says how far it is aligned.
    if (byteOffset % step !== 0 || allocation.alignment % step !== 0)
      return left(
        refusal(
          'CL_INVALID_VALUE',
          NAME,
          'svm_ptr',
          `svm_ptr is ${byteOffset} bytes into an allocation that is aligned to ${allocation.alignment}; ` +
            `it must be aligned to the ${step} bytes of the pattern.`,
        ),
      )
    if (command.size !== undefined && !isSize(command.size)) return left(sizeRefusal(NAME, 'size', command.size))
    const size = command.size ?? Math.max(0, allocation.size - byteOffset)
    const uneven = patternMultipleRefusal(NAME, 'size', size, step)
    if (uneven !== undefined) return left(uneven)
    if (leaves(allocation.size, byteOffset, size))
      return left(rangeRefusal(NAME, 'svm_ptr', 'the memory behind svm_ptr', allocation.size, byteOffset, size))
    return right({ _tag: NAME, svmPtr, pattern, size })
  }
