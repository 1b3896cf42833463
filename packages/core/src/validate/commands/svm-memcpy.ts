import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal } from '../../model/cl-error.ts'
import type { SvmMemcpy, SvmMemcpyError } from '../../model/commands/svm-memcpy.ts'
import { SvmPointerObject } from '../../model/svm.ts'
import { leaves, rangeRefusal } from '../rules/byte-range-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import { contextRefusal } from '../rules/object-rules.ts'
import { rangesOverlap } from '../rules/overlap.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { isSize, sizeRefusal } from '../rules/size-rule.ts'
import { svmSupportRefusal } from '../rules/svm-device-rule.ts'
import {
  isSvmPlace,
  placeMemory,
  placeOffset,
  placeRefusal,
  placeStart,
  placeTotal,
  placeValueRefusal,
  toPort,
} from '../rules/svm-place.ts'
import type { ValidSvmMemcpy } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'SvmMemcpy'

/**
 * The rules of clEnqueueSVMMemcpy. A size of 0 is legal. Stricter than the specification, which leaves it undefined: a
 * range must lie in its allocation, and an allocation must be of the queue's context.
 */
export const validateSvmMemcpy =
  ({ queue, waitList }: CommandFacts) =>
  (command: SvmMemcpy): Either<SvmMemcpyError, ValidSvmMemcpy> => {
    const { dstPtr, srcPtr } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isSvmPlace(dstPtr)) return left(placeRefusal(NAME, 'dst_ptr', dstPtr))
    if (!isSvmPlace(srcPtr)) return left(placeRefusal(NAME, 'src_ptr', srcPtr))
    if (dstPtr instanceof SvmPointerObject && dstPtr.allocation.context !== queue.context)
      return left(contextRefusal(NAME, 'dst_ptr'))
    if (srcPtr instanceof SvmPointerObject && srcPtr.allocation.context !== queue.context)
      return left(contextRefusal(NAME, 'src_ptr'))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    const unsupported = svmSupportRefusal(NAME, queue.device)
    if (unsupported !== undefined) return left(unsupported)
    const badValue = placeValueRefusal(NAME, 'dst_ptr', dstPtr) ?? placeValueRefusal(NAME, 'src_ptr', srcPtr)
    if (badValue !== undefined) return left(badValue)
    if (command.size !== undefined && !isSize(command.size)) return left(sizeRefusal(NAME, 'size', command.size))
    const srcTotal = placeTotal(srcPtr)
    const srcOffset = placeOffset(srcPtr)
    const size = command.size ?? Math.max(0, srcTotal - srcOffset)
    const dstTotal = placeTotal(dstPtr)
    const dstOffset = placeOffset(dstPtr)
    if (leaves(dstTotal, dstOffset, size))
      return left(rangeRefusal(NAME, 'dst_ptr', 'the memory behind dst_ptr', dstTotal, dstOffset, size))
    if (leaves(srcTotal, srcOffset, size))
      return left(rangeRefusal(NAME, 'src_ptr', 'the memory behind src_ptr', srcTotal, srcOffset, size))
    if (placeMemory(srcPtr) === placeMemory(dstPtr) && rangesOverlap(placeStart(srcPtr), placeStart(dstPtr), size))
      return left(
        refusal(
          'CL_MEM_COPY_OVERLAP',
          NAME,
          'dst_ptr',
          `${size} bytes from ${placeStart(srcPtr)} and from ${placeStart(dstPtr)} of one memory overlap; ` +
            'the ranges must have no byte in common.',
        ),
      )
    return right({ _tag: NAME, dstPtr: toPort(dstPtr), srcPtr: toPort(srcPtr), size })
  }
