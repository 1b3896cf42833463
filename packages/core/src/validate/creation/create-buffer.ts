import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { Fields } from '../../codec/fields.ts'
import { decodeField } from '../../codec/mismatch.ts'
import { Size } from '../../codec/size.ts'
import { refusal } from '../../model/cl-error.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'
import type { CreateBufferError } from '../../model/creation-errors.ts'
import type { MemFlag } from '../../model/mem-flag.ts'
import { completeFlags, readFlags } from './flag-rules.ts'
import { mismatchRefusal } from '../rules/mismatch-refusal.ts'
import { releasedContextRefusal } from '../rules/released-context.ts'

const NAME = 'createBuffer'

export interface ValidBufferDesc {
  readonly size: number
  readonly flags: readonly MemFlag[]
}

/** The rules of clCreateBuffer. */
export const validateCreateBuffer =
  (context: ContextIdentity) =>
  (desc: unknown): Either<CreateBufferError, ValidBufferDesc> => {
    const released = releasedContextRefusal(NAME, context)
    if (released !== undefined) return left(released)
    const fields = decodeField(Fields, 'desc', desc)
    if (fields._tag === 'Left') return left(mismatchRefusal('CL_INVALID_VALUE', NAME, 'desc', fields.left))
    const flags = readFlags(NAME, context, fields.right['flags'])
    if (flags._tag === 'Left') return flags
    const size = decodeField(Size, 'size', fields.right['size'])
    if (size._tag === 'Left') return left(mismatchRefusal('CL_INVALID_BUFFER_SIZE', NAME, 'size', size.left))
    const largest = Math.max(...context.devices.map((device) => device.maxMemAllocSize))
    if (size.right === 0 || size.right > largest)
      return left(
        refusal(
          'CL_INVALID_BUFFER_SIZE',
          NAME,
          'size',
          `size is ${size.right}; it must be from 1 to ${largest}, the most that a device of the context allocates at once.`,
        ),
      )
    return right({ size: size.right, flags: completeFlags(flags.right) })
  }
