import { left, type Either } from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../../model/cl-error.ts'
import { MAP_FLAGS, mapsForWriting, type MapFlag } from '../../model/map-flag.ts'
import type { MemFlag } from '../../model/mem-flag.ts'
import { readFlagList } from './flag-list.ts'
import { readAccessRefusal, writeAccessRefusal } from './host-access-rule.ts'

/** Known flags that go together. None at all is legal: a map whose bytes are neither brought nor taken back. */
export const readMapFlags = (
  command: string,
  parameter: string,
  value: unknown,
): Either<ClError<'CL_INVALID_VALUE'>, readonly MapFlag[]> => {
  const flags = readFlagList(command, parameter, MAP_FLAGS, value)
  if (flags._tag === 'Left' || flags.right.length < 2 || !flags.right.includes('WRITE_INVALIDATE_REGION')) return flags
  return left(
    refusal(
      'CL_INVALID_VALUE',
      command,
      parameter,
      `${parameter} are ${flags.right.join(', ')}; WRITE_INVALIDATE_REGION must stand alone.`,
    ),
  )
}

/** What the flags of a memory object let the host do with it. `mapFlags` is not trusted: readMapFlags comes later. */
export const mapAccessRefusal = (
  command: string,
  parameter: string,
  flags: readonly MemFlag[],
  mapFlags: unknown,
): ClError<'CL_INVALID_OPERATION'> | undefined => {
  if (!Array.isArray(mapFlags)) return undefined
  const refused = mapFlags.includes('READ') ? readAccessRefusal(command, parameter, flags) : undefined
  return refused ?? (mapsForWriting(mapFlags) ? writeAccessRefusal(command, parameter, flags) : undefined)
}
