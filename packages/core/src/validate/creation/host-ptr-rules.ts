import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { HostData } from '../../model/host-data.ts'
import { takesHostPtr, type MemFlag } from '../../model/mem-flag.ts'
import { hostBufferRefusal, isHostData, notHostData, tooShort } from '../rules/host-memory-rule.ts'

type HostPtrError = ClError<'CL_INVALID_HOST_PTR'>

const invalid = (command: string, message: string): HostPtrError =>
  refusal('CL_INVALID_HOST_PTR', command, 'host_ptr', message)

/**
 * The host memory that a new object is made from: there if and only if a flag asks for it, of at least `needed` bytes
 * that stay where they are.
 */
export const readHostPtr = (
  command: string,
  flags: readonly MemFlag[],
  given: unknown,
  needed: number,
): Either<HostPtrError, HostData | undefined> => {
  if (!takesHostPtr(flags))
    return given === undefined
      ? right(undefined)
      : left(invalid(command, 'host_ptr is given; without USE_HOST_PTR or COPY_HOST_PTR in flags there must be none.'))
  if (given === undefined)
    return left(invalid(command, 'host_ptr is missing; with USE_HOST_PTR or COPY_HOST_PTR in flags there must be one.'))
  if (!isHostData(given)) return left(invalid(command, notHostData(command, 'host_ptr', given).message))
  const unusable = hostBufferRefusal(command, 'host_ptr', given)
  if (unusable !== undefined) return left(invalid(command, unusable.message))
  return given.byteLength < needed
    ? left(invalid(command, tooShort(command, 'host_ptr', given.byteLength, needed).message))
    : right(given)
}
