import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { Fields } from '../../codec/fields.ts'
import { decodeField } from '../../codec/mismatch.ts'
import { Size } from '../../codec/size.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'
import type { CreateBufferError } from '../../model/creation-errors.ts'
import type { HostData } from '../../model/host-data.ts'
import { takesHostPtr, type MemFlag } from '../../model/mem-flag.ts'
import { svmBehind } from '../../model/svm.ts'
import { isHostData } from '../rules/host-memory-rule.ts'
import { mismatchRefusal } from '../rules/mismatch-refusal.ts'
import { releasedContextRefusal } from '../rules/released-context.ts'
import { completeFlags, readFlags } from './flag-rules.ts'
import { readHostPtr } from './host-ptr-rules.ts'

const NAME = 'createBuffer'

type SizeError = ClError<'CL_INVALID_BUFFER_SIZE'>

export interface ValidBufferDesc {
  readonly size: number
  readonly flags: readonly MemFlag[]
  /** With USE_HOST_PTR and COPY_HOST_PTR: at least `size` bytes. */
  readonly hostPtr: HostData | undefined
}

const sizeRefusal = (message: string): SizeError => refusal('CL_INVALID_BUFFER_SIZE', NAME, 'size', message)

const readSize = (context: ContextIdentity, given: unknown): Either<SizeError, number> => {
  const size = decodeField(Size, 'size', given)
  if (size._tag === 'Left') return left(mismatchRefusal('CL_INVALID_BUFFER_SIZE', NAME, 'size', size.left))
  const largest = Math.max(...context.devices.map((device) => device.maxMemAllocSize))
  if (size.right === 0 || size.right > largest)
    return left(
      sizeRefusal(
        `size is ${size.right}; it must be from 1 to ${largest}, the most that a device of the context allocates at once.`,
      ),
    )
  return size
}

/** Refuses a buffer that is larger than the shared virtual memory it is to be made from. */
const svmSizeRefusal = (size: number, hostPtr: unknown): SizeError | undefined => {
  const svm = isHostData(hostPtr) ? svmBehind(hostPtr) : undefined
  return svm === undefined || size <= svm.size
    ? undefined
    : sizeRefusal(`size is ${size}; host_ptr is shared virtual memory of ${svm.size} bytes.`)
}

/** The rules of clCreateBuffer, in the order of its parameters. */
export const validateCreateBuffer =
  (context: ContextIdentity) =>
  (desc: unknown): Either<CreateBufferError, ValidBufferDesc> => {
    const released = releasedContextRefusal(NAME, context)
    if (released !== undefined) return left(released)
    const fields = decodeField(Fields, 'desc', desc)
    if (fields._tag === 'Left') return left(mismatchRefusal('CL_INVALID_VALUE', NAME, 'desc', fields.left))
    const flags = readFlags(NAME, context, fields.right['flags'])
    if (flags._tag === 'Left') return flags
    const size = readSize(context, fields.right['size'])
    if (size._tag === 'Left') return size
    const given = fields.right['hostPtr']
    const beyondSvm = takesHostPtr(flags.right) ? svmSizeRefusal(size.right, given) : undefined
    if (beyondSvm !== undefined) return left(beyondSvm)
    const hostPtr = readHostPtr(NAME, flags.right, given, size.right)
    if (hostPtr._tag === 'Left') return hostPtr
    return right({ size: size.right, flags: completeFlags(flags.right), hostPtr: hostPtr.right })
  }
