import type { ClDevice } from './device.ts'
import type { MappedObject } from './mapped.ts'
import type { StridedBox } from './strided-box.ts'

/** What an object knows of the context that made it. */
export interface ContextIdentity {
  readonly devices: readonly ClDevice[]
  readonly released: boolean
  /** Memory of the backend for a result that is overwritten as a whole; undefined: it has none to give. */
  hostMemory?(size: number): Uint8Array | undefined
  /** An outstanding mapping that shares bytes with `box`, one of the two for writing. */
  conflictingMapping?(box: StridedBox, isForWriting: boolean): MappedObject | undefined
}
