import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { Fields } from '../../codec/fields.ts'
import { decodeField } from '../../codec/mismatch.ts'
import { Size } from '../../codec/size.ts'
import { refusal } from '../../model/cl-error.ts'
import type { CreateSubBufferError } from '../../model/creation-errors.ts'
import type { MemFlag } from '../../model/mem-flag.ts'
import { leaves, rangeRefusal } from '../rules/byte-range-rule.ts'
import { inheritFlags, parentFlagsRefusal, readFlags } from './flag-rules.ts'
import { mismatchRefusal } from '../rules/mismatch-refusal.ts'
import { bufferRefusal, isLiveBuffer } from '../rules/object-rules.ts'
import { versionRefusal } from '../rules/version-rule.ts'

const NAME = 'createSubBuffer'

export interface ValidSubBufferRegion {
  readonly origin: number
  readonly size: number
  readonly flags: readonly MemFlag[]
}

/** The rules of clCreateSubBuffer. What `flags` leaves open comes from the parent. */
export const validateCreateSubBuffer =
  (parent: unknown) =>
  (region: unknown): Either<CreateSubBufferError, ValidSubBufferRegion> => {
    if (!isLiveBuffer(parent)) return left(bufferRefusal(NAME, 'buffer', parent))
    if (parent.parent !== undefined)
      return left(
        refusal(
          'CL_INVALID_MEM_OBJECT',
          NAME,
          'buffer',
          'buffer is a sub-buffer; a part must be made from the whole buffer.',
        ),
      )
    const { devices } = parent.context
    const tooOld = versionRefusal(NAME, 'buffer', parent.context, 'sub-buffers', '1.1')
    if (tooOld !== undefined) return left(tooOld)
    const fields = decodeField(Fields, 'region', region)
    if (fields._tag === 'Left')
      return left(mismatchRefusal('CL_INVALID_VALUE', NAME, 'buffer_create_info', fields.left))
    const flags = readFlags(NAME, parent.context, fields.right['flags'])
    if (flags._tag === 'Left') return flags
    const badFlags = parentFlagsRefusal(NAME, parent.flags, flags.right)
    if (badFlags !== undefined) return left(badFlags)
    const origin = decodeField(Size, 'origin', fields.right['origin'])
    if (origin._tag === 'Left') return left(mismatchRefusal('CL_INVALID_VALUE', NAME, 'origin', origin.left))
    const size = decodeField(Size, 'size', fields.right['size'])
    if (size._tag === 'Left') return left(mismatchRefusal('CL_INVALID_VALUE', NAME, 'size', size.left))
    if (size.right === 0)
      return left(refusal('CL_INVALID_BUFFER_SIZE', NAME, 'size', 'size is 0; it must be at least 1.'))
    if (leaves(parent.size, origin.right, size.right)) {
      const parameter = origin.right > parent.size ? 'origin' : 'size'
      return left(rangeRefusal(NAME, parameter, 'buffer', parent.size, origin.right, size.right))
    }
    if (!devices.some((device) => origin.right % device.memBaseAddrAlign === 0))
      return left(
        refusal(
          'CL_MISALIGNED_SUB_BUFFER_OFFSET',
          NAME,
          'origin',
          `origin is ${origin.right}; it must be a multiple of ` +
            `${devices.map((device) => device.memBaseAddrAlign).join(' or ')}, the alignment of the context's devices.`,
        ),
      )
    return right({ origin: origin.right, size: size.right, flags: inheritFlags(parent.flags, flags.right) })
  }
