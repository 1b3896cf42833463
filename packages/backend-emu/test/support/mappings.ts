import type { BufferRef, ImageRef, MapFlag, MappedMemory, MappingRef, PortCommand, SvmRef } from '@rxcl/core/port'
import type { Triple } from './images.ts'
import type { Session } from './session.ts'

/** A mapping whose map command is complete. */
export interface Open {
  readonly mapping: MappingRef
  readonly memory: MappedMemory
}

export const mapBuffer = (
  buffer: BufferRef,
  mapFlags: readonly MapFlag[],
  offset: number,
  size: number,
  mapping: MappingRef = { handle: undefined },
) => ({ _tag: 'MapBuffer', buffer, mapFlags, offset, size, mapping }) as const

export const mapImage = (image: ImageRef, mapFlags: readonly MapFlag[], origin: Triple, region: Triple) =>
  ({ _tag: 'MapImage', image, mapFlags, origin, region, mapping: { handle: undefined } }) as const

export const mapSvm = (svmPtr: SvmRef, flags: readonly MapFlag[], size: number) =>
  ({ _tag: 'SvmMap', svmPtr, flags, size, mapping: { handle: undefined } }) as const

/** Runs a map command and looks at the memory. */
export const open = (
  session: Session,
  command: Extract<PortCommand, { readonly _tag: 'MapBuffer' | 'MapImage' | 'SvmMap' }>,
): Open => {
  const end = session.run(command)
  if (end.status !== 0) throw new Error(`the map failed with ${end.status}`)
  return { mapping: command.mapping, memory: session.port.mappedMemory(command.mapping) }
}

export const unmap = (memobj: BufferRef | ImageRef, { mapping }: { readonly mapping: MappingRef }) =>
  ({ _tag: 'UnmapMemObject', memobj, mapping }) as const
