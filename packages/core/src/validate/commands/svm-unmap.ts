import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { SvmUnmap, SvmUnmapError } from '../../model/commands/svm-unmap.ts'
import type { MappedObject } from '../../model/mapped.ts'
import type { SvmPointerObject } from '../../model/svm.ts'
import { isOutstandingMapping, mappingRefusal } from '../rules/mapping-rule.ts'
import { contextRefusal } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { svmDeviceRefusal } from '../rules/svm-device-rule.ts'
import { isLiveSvmPointer, svmPointerRefusal } from '../rules/svm-pointer-rule.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import type { ValidSvmUnmap } from './valid-command.ts'

const NAME = 'SvmUnmap'

/** Pointers to one byte are equal, whether they are one object or two. */
const isMapOf = ({ resource }: MappedObject, { allocation, byteOffset }: SvmPointerObject): boolean =>
  resource._tag === 'SvmPointer' && resource.allocation === allocation && resource.byteOffset === byteOffset

/**
 * The rules of clEnqueueSVMUnmap. The map need not be complete. Stricter than the specification, which gives no code:
 * the pointer must be the one that was mapped.
 */
export const validateSvmUnmap =
  ({ queue, waitList }: CommandFacts) =>
  (command: SvmUnmap): Either<SvmUnmapError, ValidSvmUnmap> => {
    const { svmPtr, mapped } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveSvmPointer(svmPtr)) return left(svmPointerRefusal(NAME, 'svm_ptr', svmPtr))
    if (svmPtr.allocation.context !== queue.context) return left(contextRefusal(NAME, 'svm_ptr'))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    const unsupported = svmDeviceRefusal(NAME, queue.device, '2.0')
    if (unsupported !== undefined) return left(unsupported)
    if (!isOutstandingMapping(mapped) || !isMapOf(mapped, svmPtr))
      return left(mappingRefusal(NAME, 'svm_ptr', mapped, 'the memory from svm_ptr'))
    return right({ _tag: NAME, svmPtr, mapping: mapped })
  }
