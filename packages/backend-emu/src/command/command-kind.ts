import type { PortCommand } from '@rxcl/core/port'

/** A kind of command, by its name in the specification: 'CopyBuffer', 'SvmMemcpy', 'Marker', … */
export type CommandKind = PortCommand['_tag']

/** Every kind, and whether commands of it move bytes; the others only have a place in the order of things. */
const MOVES_BYTES: Readonly<Record<CommandKind, boolean>> = {
  WriteBuffer: true,
  ReadBuffer: true,
  CopyBuffer: true,
  WriteBufferRect: true,
  ReadBufferRect: true,
  CopyBufferRect: true,
  FillBuffer: true,
  WriteImage: true,
  ReadImage: true,
  CopyImage: true,
  FillImage: true,
  CopyImageToBuffer: true,
  CopyBufferToImage: true,
  MapBuffer: true,
  MapImage: true,
  UnmapMemObject: true,
  MigrateMemObjects: false,
  SvmMemcpy: true,
  SvmMemFill: true,
  SvmMap: true,
  SvmUnmap: true,
  SvmMigrateMem: false,
  SvmFree: false,
  Marker: false,
  Barrier: false,
}

export const COMMAND_KINDS = Object.keys(MOVES_BYTES) as readonly CommandKind[]

export const movesBytes = (kind: CommandKind): boolean => MOVES_BYTES[kind]
