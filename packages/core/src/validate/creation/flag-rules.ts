import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { isAccessFlag, isHostAccessFlag, isHostPtrFlag, MemFlags } from '../../codec/mem-flags.ts'
import { decodeField } from '../../codec/mismatch.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'
import { MEM_FLAGS, type MemFlag } from '../../model/mem-flag.ts'
import { mismatchRefusal } from '../rules/mismatch-refusal.ts'
import { hasVersion } from '../rules/version-rule.ts'

type FlagError = ClError<'CL_INVALID_VALUE'>

const invalid = (command: string, message: string): Either<FlagError, never> =>
  left(refusal('CL_INVALID_VALUE', command, 'flags', message))

/** Known, consistent flags of an object, without defaults; the restrictions of host access came with version 1.2. */
export const readFlags = (
  command: string,
  context: ContextIdentity,
  flags: unknown,
): Either<FlagError, readonly MemFlag[]> => {
  if (flags === undefined) return right([])
  const decoded = decodeField(MemFlags, 'flags', flags)
  if (decoded._tag === 'Left') return left(mismatchRefusal('CL_INVALID_VALUE', command, 'flags', decoded.left))
  const restriction = decoded.right.find(isHostAccessFlag)
  if (restriction !== undefined && !hasVersion(context, '1.2'))
    return invalid(command, `flags have ${restriction}; it needs a device of OpenCL 1.2 in the context.`)
  return decoded
}

/** The flags in one order, each once, with READ_WRITE where no access is given: the default of the specification. */
export const completeFlags = (flags: readonly MemFlag[]): readonly MemFlag[] => {
  const needsAccess = !flags.some(isAccessFlag)
  return MEM_FLAGS.filter((flag) => flags.includes(flag) || (needsAccess && flag === 'READ_WRITE'))
}

/** For each flag of a parent the flags that its part may not have. */
const FORBIDDEN: Readonly<Partial<Record<MemFlag, readonly MemFlag[]>>> = {
  WRITE_ONLY: ['READ_WRITE', 'READ_ONLY'],
  READ_ONLY: ['READ_WRITE', 'WRITE_ONLY'],
  HOST_WRITE_ONLY: ['HOST_READ_ONLY'],
  HOST_READ_ONLY: ['HOST_WRITE_ONLY'],
  HOST_NO_ACCESS: ['HOST_READ_ONLY', 'HOST_WRITE_ONLY'],
}

/** Refuses what would widen the access to a parent's bytes, and where the bytes lie, which the parent has settled. */
export const parentFlagsRefusal = (
  command: string,
  parent: readonly MemFlag[],
  flags: readonly MemFlag[],
): FlagError | undefined => {
  for (const had of parent)
    for (const flag of FORBIDDEN[had] ?? [])
      if (flags.includes(flag))
        return refusal(
          'CL_INVALID_VALUE',
          command,
          'flags',
          `flags have ${flag}; the buffer behind has ${had}, which does not go with it.`,
        )
  const placing = flags.find(isHostPtrFlag)
  return placing === undefined
    ? undefined
    : refusal(
        'CL_INVALID_VALUE',
        command,
        'flags',
        `flags have ${placing}; it is for memory of its own, not for the bytes of another buffer.`,
      )
}

/** The flags of a part: its own, and of each kind that it does not give its parent's. */
export const inheritFlags = (parent: readonly MemFlag[], flags: readonly MemFlag[]): readonly MemFlag[] => {
  const ownAccess = flags.some(isAccessFlag)
  const ownHostAccess = flags.some(isHostAccessFlag)
  return completeFlags([
    ...flags,
    ...parent.filter((flag) => {
      if (isAccessFlag(flag)) return !ownAccess
      return isHostAccessFlag(flag) ? !ownHostAccess : true
    }),
  ])
}
