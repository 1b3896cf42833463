import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { SvmMigrateMem, SvmMigrateMemError } from '../../model/commands/svm-migrate-mem.ts'
import type { SvmPointerObject } from '../../model/svm.ts'
import { leaves, rangeRefusal } from '../rules/byte-range-rule.ts'
import { inWords } from '../rules/in-words.ts'
import { readMigrationFlags } from '../rules/migration-flags-rule.ts'
import { contextRefusal } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { isSize, sizeRefusal } from '../rules/size-rule.ts'
import { svmDeviceRefusal } from '../rules/svm-device-rule.ts'
import { readSvmPointers } from '../rules/svm-pointer-rule.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import type { ValidSvmMigrateMem } from './valid-command.ts'

const NAME = 'SvmMigrateMem'

/** One size per pointer; 0 for the whole allocation, as without sizes. */
const readSizes = (sizes: unknown, count: number): Either<ClError<'CL_INVALID_VALUE'>, readonly number[]> => {
  if (sizes === undefined) return right(Array.from({ length: count }, () => 0))
  if (!Array.isArray(sizes) || sizes.length !== count) {
    const given = Array.isArray(sizes) ? `an array of ${sizes.length}` : inWords(sizes)
    return left(
      refusal(
        'CL_INVALID_VALUE',
        NAME,
        'sizes',
        `sizes is ${given}; it must be an array of ${count}, as svm_pointers.`,
      ),
    )
  }
  const copy = Array.from(sizes)
  const bad = copy.findIndex((size) => !isSize(size))
  return bad < 0 ? right(copy) : left(sizeRefusal(NAME, 'sizes', copy[bad]))
}

/** A size of 0 needs a byte to point at. */
const isOutside = ({ allocation, byteOffset }: SvmPointerObject, size: number): boolean =>
  leaves(allocation.size, byteOffset, Math.max(1, size))

/**
 * The rules of clEnqueueSVMMigrateMem. What names a whole allocation comes out as the range of all its bytes. Stricter
 * than the specification, which leaves it undefined: the allocations must be of the queue's context.
 */
export const validateSvmMigrateMem =
  ({ queue, waitList }: CommandFacts) =>
  (command: SvmMigrateMem): Either<SvmMigrateMemError, ValidSvmMigrateMem> => {
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    const read = readSvmPointers(NAME, command.svmPointers)
    if (read._tag === 'Left') return read
    const pointers = read.right
    if (pointers.some(({ allocation }) => allocation.context !== queue.context))
      return left(contextRefusal(NAME, 'svm_pointers'))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    const unsupported = svmDeviceRefusal(NAME, queue.device, '2.1')
    if (unsupported !== undefined) return left(unsupported)
    const badOffset = pointers.find(({ byteOffset }) => !isSize(byteOffset))
    if (badOffset !== undefined) return left(sizeRefusal(NAME, 'svm_pointers', badOffset.byteOffset))
    const sizes = readSizes(command.sizes, pointers.length)
    if (sizes._tag === 'Left') return sizes
    const flags = readMigrationFlags(NAME, command.flags)
    if (flags._tag === 'Left') return flags
    const sizeAt = (i: number): number => sizes.right[i] ?? 0
    const outside = pointers.findIndex((pointer, i) => isOutside(pointer, sizeAt(i)))
    const lost = pointers[outside]
    if (lost !== undefined) {
      const { allocation, byteOffset } = lost
      const place = `the memory behind svm_pointers[${outside}]`
      const count = Math.max(1, sizeAt(outside))
      return left(rangeRefusal(NAME, 'svm_pointers', place, allocation.size, byteOffset, count))
    }
    return right({
      _tag: NAME,
      svmPointers: pointers.map((pointer, i) => (sizeAt(i) === 0 ? pointer.allocation.at(0) : pointer)),
      sizes: pointers.map((pointer, i) => (sizeAt(i) === 0 ? pointer.allocation.size : sizeAt(i))),
      flags: flags.right,
    })
  }
