import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { Fields } from '../../codec/fields.ts'
import { isAccessFlag, SvmFlags } from '../../codec/mem-flags.ts'
import { decodeField } from '../../codec/mismatch.ts'
import { Size } from '../../codec/size.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'
import type { SvmAllocError } from '../../model/creation-errors.ts'
import { isAtLeast, supportsSvm, type ClDevice } from '../../model/device.ts'
import type { SvmFlag } from '../../model/mem-flag.ts'
import { mismatchRefusal } from '../rules/mismatch-refusal.ts'
import { releasedContextRefusal } from '../rules/released-context.ts'

const NAME = 'svmAlloc'

export interface ValidSvmDesc {
  readonly size: number
  readonly flags: readonly SvmFlag[]
  /** In bytes; 0 for the device's largest data type. */
  readonly alignment: number
}

const unsupported = (parameter: string, message: string): ClError<'CL_INVALID_OPERATION'> =>
  refusal('CL_INVALID_OPERATION', NAME, parameter, message)

const canSvm = (device: ClDevice): boolean => isAtLeast(device, '2.0') && supportsSvm(device)

const supportRefusal = (
  devices: readonly ClDevice[],
  flags: readonly SvmFlag[],
): ClError<'CL_INVALID_OPERATION'> | undefined => {
  const coarseOnly = devices.find((device) => !device.svm.fineGrainBuffer)
  if (flags.includes('SVM_FINE_GRAIN_BUFFER') && coarseOnly !== undefined)
    return unsupported(
      'flags',
      `flags have SVM_FINE_GRAIN_BUFFER; the device '${coarseOnly.name}' does not support it.`,
    )
  const notAtomic = devices.find((device) => !device.svm.atomics)
  if (flags.includes('SVM_ATOMICS') && notAtomic !== undefined)
    return unsupported('flags', `flags have SVM_ATOMICS; the device '${notAtomic.name}' does not support it.`)
  return undefined
}

/** The flags each once, with READ_WRITE where no access is given. */
const completeSvmFlags = (flags: readonly SvmFlag[]): readonly SvmFlag[] =>
  flags.some(isAccessFlag) ? [...new Set(flags)] : [...new Set<SvmFlag>(['READ_WRITE', ...flags])]

/** 0, or a power of two. By doubling, because bit operations end at 2^31. */
const isAlignment = (value: number): boolean => {
  let power = 1
  while (power < value) power *= 2
  return value === 0 || power === value
}

/** The rules of clSVMAlloc, which itself has no error codes: it only answers NULL. */
export const validateSvmAlloc =
  (context: ContextIdentity) =>
  (desc: unknown): Either<SvmAllocError, ValidSvmDesc> => {
    const released = releasedContextRefusal(NAME, context)
    if (released !== undefined) return left(released)
    if (!context.devices.some(canSvm))
      return left(unsupported('context', 'No device of the context has shared virtual memory; one must have it.'))
    const fields = decodeField(Fields, 'desc', desc)
    if (fields._tag === 'Left') return left(mismatchRefusal('CL_INVALID_VALUE', NAME, 'desc', fields.left))
    const given = fields.right['flags']
    const flags = decodeField(SvmFlags, 'flags', given === undefined ? [] : given)
    if (flags._tag === 'Left') return left(mismatchRefusal('CL_INVALID_VALUE', NAME, 'flags', flags.left))
    const beyond = supportRefusal(context.devices, flags.right)
    if (beyond !== undefined) return left(beyond)
    const size = decodeField(Size, 'size', fields.right['size'])
    if (size._tag === 'Left') return left(mismatchRefusal('CL_INVALID_BUFFER_SIZE', NAME, 'size', size.left))
    const largest = Math.min(...context.devices.map((device) => device.maxMemAllocSize))
    if (size.right === 0 || size.right > largest)
      return left(
        refusal(
          'CL_INVALID_BUFFER_SIZE',
          NAME,
          'size',
          `size is ${size.right}; it must be from 1 to ${largest}, the most that every device of the context allocates.`,
        ),
      )
    const asked = fields.right['alignment']
    const alignment = decodeField(Size, 'alignment', asked === undefined ? 0 : asked)
    if (alignment._tag === 'Left') return left(mismatchRefusal('CL_INVALID_VALUE', NAME, 'alignment', alignment.left))
    if (!isAlignment(alignment.right))
      return left(
        refusal(
          'CL_INVALID_VALUE',
          NAME,
          'alignment',
          `alignment is ${alignment.right}; it must be 0 or a power of two.`,
        ),
      )
    return right({ size: size.right, flags: completeSvmFlags(flags.right), alignment: alignment.right })
  }
