import type { Triple } from '../../model/box.ts'
import type { MapFlag } from '../../model/map-flag.ts'
import type { MigrationFlag } from '../../model/migration-flag.ts'
import type { BufferRef, ImageRef, MappingRef, SvmRef } from './references.ts'

// Maps, unmaps and migrations. Without READ and WRITE what a map shows is anything; without a flag for writing what the
// host leaves there is dropped.

export interface PortMapBuffer {
  readonly _tag: 'MapBuffer'
  readonly buffer: BufferRef
  readonly mapFlags: readonly MapFlag[]
  readonly offset: number
  readonly size: number
  readonly mapping: MappingRef
}

export interface PortMapImage {
  readonly _tag: 'MapImage'
  readonly image: ImageRef
  readonly mapFlags: readonly MapFlag[]
  readonly origin: Triple
  readonly region: Triple
  readonly mapping: MappingRef
}

/**
 * The view that `mappedMemory` gave is detached when the command is submitted. The mapping ends with the command, also
 * where that fails: no `releaseMapping` follows.
 */
export interface PortUnmapMemObject {
  readonly _tag: 'UnmapMemObject'
  readonly memobj: BufferRef | ImageRef
  readonly mapping: MappingRef
}

export interface PortSvmMap {
  readonly _tag: 'SvmMap'
  readonly svmPtr: SvmRef
  readonly flags: readonly MapFlag[]
  readonly size: number
  readonly mapping: MappingRef
}

/** As PortUnmapMemObject. */
export interface PortSvmUnmap {
  readonly _tag: 'SvmUnmap'
  readonly svmPtr: SvmRef
  readonly mapping: MappingRef
}

export interface PortMigrateMemObjects {
  readonly _tag: 'MigrateMemObjects'
  readonly memObjects: readonly (BufferRef | ImageRef)[]
  readonly flags: readonly MigrationFlag[]
}

/** `sizes` are those of the ranges, never 0. */
export interface PortSvmMigrateMem {
  readonly _tag: 'SvmMigrateMem'
  readonly svmPointers: readonly SvmRef[]
  readonly sizes: readonly number[]
  readonly flags: readonly MigrationFlag[]
}
