import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'
import { mapsForWriting, type MapFlag } from '../../model/map-flag.ts'
import { endOf, type StridedBox } from '../../model/strided-box.ts'

const inWords = (flags: readonly MapFlag[]): string => (flags.length === 0 ? 'no flags' : flags.join(', '))

/** Bytes that are mapped for writing may not be mapped again, nor mapped bytes for writing. */
export const mappingConflictRefusal = (
  command: string,
  parameter: string,
  context: ContextIdentity,
  box: StridedBox,
  flags: readonly MapFlag[],
): ClError<'CL_INVALID_OPERATION'> | undefined => {
  const other = context.conflictingMapping?.(box, mapsForWriting(flags))
  return other === undefined
    ? undefined
    : refusal(
        'CL_INVALID_OPERATION',
        command,
        parameter,
        `${parameter} is to be mapped with ${inWords(flags)} between bytes ${box.start} and ${endOf(box)} of its memory, ` +
          `and a map with ${inWords(other.flags)} between bytes ${other.box.start} and ${endOf(other.box)} is ` +
          'outstanding; maps that share bytes must both be for reading.',
      )
}
