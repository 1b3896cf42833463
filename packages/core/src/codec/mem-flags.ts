import * as t from 'io-ts'
import { MEM_FLAGS, type MemFlag, type SvmFlag } from '../model/mem-flag.ts'
import { oneOf } from './one-of.ts'

/** Flags of which an object has at most one. */
const ACCESS = ['READ_WRITE', 'READ_ONLY', 'WRITE_ONLY'] as const
const HOST_ACCESS = ['HOST_READ_ONLY', 'HOST_WRITE_ONLY', 'HOST_NO_ACCESS'] as const

/** Flags that do not go with USE_HOST_PTR. */
const OTHER_HOST_PTR = ['ALLOC_HOST_PTR', 'COPY_HOST_PTR'] as const

const SVM_FLAGS = [...ACCESS, 'SVM_FINE_GRAIN_BUFFER', 'SVM_ATOMICS'] as const

const conflictIn = (flags: readonly string[]): string | undefined => {
  if (ACCESS.filter((flag) => flags.includes(flag)).length > 1) return `at most one of ${ACCESS.join(', ')}`
  if (HOST_ACCESS.filter((flag) => flags.includes(flag)).length > 1) return `at most one of ${HOST_ACCESS.join(', ')}`
  if (flags.includes('USE_HOST_PTR') && OTHER_HOST_PTR.some((flag) => flags.includes(flag)))
    return `neither of ${OTHER_HOST_PTR.join(', ')} beside USE_HOST_PTR`
  if (flags.includes('SVM_ATOMICS') && !flags.includes('SVM_FINE_GRAIN_BUFFER'))
    return 'with SVM_FINE_GRAIN_BUFFER where SVM_ATOMICS is'
  return undefined
}

const flagsOf = <Flag extends string>(names: readonly Flag[]): t.Type<readonly Flag[], unknown> => {
  const list = t.readonlyArray(oneOf(names), 'an array of flags')
  return new t.Type<readonly Flag[], unknown>(
    list.name,
    (input): input is readonly Flag[] => list.is(input) && conflictIn(input) === undefined,
    (input, context) => {
      const flags = list.validate(input, context)
      if (flags._tag === 'Left') return flags
      const conflict = conflictIn(flags.right)
      return conflict === undefined ? flags : t.failure(flags.right.join(', '), context, conflict)
    },
    t.identity,
  )
}

/** Known flags for buffers and images that do not contradict each other. */
export const MemFlags: t.Type<readonly MemFlag[], unknown> = flagsOf(MEM_FLAGS)

/** Known flags for shared virtual memory that do not contradict each other. */
export const SvmFlags: t.Type<readonly SvmFlag[], unknown> = flagsOf<SvmFlag>(SVM_FLAGS)

export const isAccessFlag = (flag: string): boolean => (ACCESS as readonly string[]).includes(flag)
export const isHostAccessFlag = (flag: string): boolean => (HOST_ACCESS as readonly string[]).includes(flag)
export const isHostPtrFlag = (flag: string): boolean =>
  flag === 'USE_HOST_PTR' || OTHER_HOST_PTR.some((name) => name === flag)
