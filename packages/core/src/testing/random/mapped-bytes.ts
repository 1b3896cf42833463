import { meet } from './places.ts'
import type { Planned } from './planned.ts'
import type { World } from './world.ts'

/**
 * Whether a command touches bytes that the host has, or changes bytes that it looks at: what comes of that is undefined.
 * Two maps may not have the same bytes either, but that is for the library to refuse.
 */
export const isUndefined = ({ mappings }: World, planned: Planned): boolean => {
  const { refusal, command, reads, writes } = planned
  if (refusal !== undefined || command._tag === 'MapBuffer' || command._tag === 'MapImage' || command._tag === 'SvmMap')
    return false
  return [...mappings].some((mapping) => {
    const { places } = mapping.facts
    if (mapping === planned.mapping) return false
    return (
      writes.some((written) => meet(written, places)) ||
      (mapping.isForWriting && reads.some((read) => meet(read, places)))
    )
  })
}
