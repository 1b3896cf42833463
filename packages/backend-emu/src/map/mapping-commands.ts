import type { MappingRef, PortCommand } from '@rxcl/core/port'
import { HostMapping } from './host-mapping.ts'
import { mappedBoxOf } from './mapped-box.ts'

/** The mapping of a map command that was submitted. */
export const mappingOf = (ref: MappingRef): HostMapping => ref.handle as HostMapping

/** What the submission of a command changes for the host. */
export const noteSubmitted = (command: PortCommand): void => {
  if (command._tag === 'MapBuffer' || command._tag === 'MapImage')
    command.mapping.handle = new HostMapping(mappedBoxOf(command), command.mapFlags)
  else if (command._tag === 'SvmMap') command.mapping.handle = new HostMapping(mappedBoxOf(command), command.flags)
  else if (command._tag === 'UnmapMemObject' || command._tag === 'SvmUnmap') mappingOf(command.mapping).end()
}

/** What the success of a command changes for the host. */
export const noteComplete = (command: PortCommand): void => {
  if (command._tag === 'MapBuffer' || command._tag === 'MapImage' || command._tag === 'SvmMap')
    mappingOf(command.mapping).complete()
}

/** No unmap will come. A map that never was submitted has no mapping. */
export const noteReleased = (ref: MappingRef): void => {
  ;(ref.handle as HostMapping | undefined)?.drop()
}
