import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { SvmFree, SvmFreeError } from '../../model/commands/svm-free.ts'
import { svmRange } from '../../model/memory-boxes.ts'
import type { SvmPointerObject } from '../../model/svm.ts'
import { inWords } from '../rules/in-words.ts'
import { contextRefusal } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { svmDeviceRefusal } from '../rules/svm-device-rule.ts'
import { readSvmPointers } from '../rules/svm-pointer-rule.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import type { ValidSvmFree } from './valid-command.ts'

const NAME = 'SvmFree'
const LIST = 'svm_pointers'

const invalid = (message: string): Either<ClError<'CL_INVALID_VALUE'>, never> =>
  left(refusal('CL_INVALID_VALUE', NAME, LIST, message))

const isMapped = (pointer: SvmPointerObject): boolean => {
  const { allocation } = pointer
  // As if to map it all for writing: that conflicts with any map.
  return allocation.context.conflictingMapping?.(svmRange(allocation.at(0), allocation.size), true) !== undefined
}

/**
 * The rules of clEnqueueSVMFree. Stricter than the specification, which leaves it undefined: each pointer is the first
 * byte of an allocation of the queue's context, which stands in the list once and has no outstanding map.
 */
export const validateSvmFree =
  ({ queue, waitList }: CommandFacts) =>
  (command: SvmFree): Either<SvmFreeError, ValidSvmFree> => {
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    const read = readSvmPointers(NAME, command.svmPointers)
    if (read._tag === 'Left') return read
    const svmPointers = read.right
    if (svmPointers.some(({ allocation }) => allocation.context !== queue.context))
      return left(contextRefusal(NAME, LIST))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    const unsupported = svmDeviceRefusal(NAME, queue.device, '2.0')
    if (unsupported !== undefined) return left(unsupported)
    const inside = svmPointers.findIndex(({ byteOffset }) => byteOffset !== 0)
    if (inside >= 0)
      return invalid(
        `${LIST}[${inside}] is at byte ${inWords(svmPointers[inside]?.byteOffset)} of its allocation; it must be at byte 0.`,
      )
    if (new Set(svmPointers.map(({ allocation }) => allocation)).size < svmPointers.length)
      return invalid(`${LIST} has one allocation twice; each must stand there once.`)
    const mapped = svmPointers.findIndex(isMapped)
    if (mapped >= 0) return invalid(`${LIST}[${mapped}] is mapped; its maps must be unmapped first.`)
    return right({ _tag: NAME, svmPointers })
  }
