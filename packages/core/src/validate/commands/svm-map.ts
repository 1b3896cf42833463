import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal } from '../../model/cl-error.ts'
import type { SvmMap, SvmMapError } from '../../model/commands/svm-map.ts'
import { MappedObject } from '../../model/mapped.ts'
import { svmRange } from '../../model/memory-boxes.ts'
import { leaves, rangeRefusal } from '../rules/byte-range-rule.ts'
import { readMapFlags } from '../rules/map-flags-rule.ts'
import { mappingConflictRefusal } from '../rules/mapping-conflict.ts'
import { contextRefusal } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { isSize, sizeRefusal } from '../rules/size-rule.ts'
import { svmDeviceRefusal } from '../rules/svm-device-rule.ts'
import { isLiveSvmPointer, svmPointerRefusal } from '../rules/svm-pointer-rule.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import type { ValidSvmMap } from './valid-command.ts'

const NAME = 'SvmMap'

/**
 * The rules of clEnqueueSVMMap. Stricter than the specification, which leaves it undefined: the range must lie in its
 * allocation, the allocation must be of the queue's context, and maps overlap as those of a buffer may.
 */
export const validateSvmMap =
  ({ queue, waitList }: CommandFacts) =>
  (command: SvmMap): Either<SvmMapError, ValidSvmMap> => {
    const { svmPtr } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveSvmPointer(svmPtr)) return left(svmPointerRefusal(NAME, 'svm_ptr', svmPtr))
    const { allocation, byteOffset } = svmPtr
    if (allocation.context !== queue.context) return left(contextRefusal(NAME, 'svm_ptr'))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    const unsupported = svmDeviceRefusal(NAME, queue.device, '2.0')
    if (unsupported !== undefined) return left(unsupported)
    const read = readMapFlags(NAME, 'flags', command.flags)
    if (read._tag === 'Left') return read
    const flags = read.right
    if (!isSize(byteOffset)) return left(sizeRefusal(NAME, 'svm_ptr', byteOffset))
    if (command.size !== undefined && !isSize(command.size)) return left(sizeRefusal(NAME, 'size', command.size))
    if (command.size === 0) return left(refusal('CL_INVALID_VALUE', NAME, 'size', 'size is 0; it must be at least 1.'))
    // With nothing left, a byte that is not there.
    const size = command.size ?? Math.max(1, allocation.size - byteOffset)
    if (leaves(allocation.size, byteOffset, size))
      return left(rangeRefusal(NAME, 'svm_ptr', 'the memory behind svm_ptr', allocation.size, byteOffset, size))
    const box = svmRange(svmPtr, size)
    const conflict = mappingConflictRefusal(NAME, 'svm_ptr', queue.context, box, flags)
    if (conflict !== undefined) return left(conflict)
    return right({ _tag: NAME, svmPtr, flags, size, mapping: new MappedObject(svmPtr, flags, box) })
  }
