import type { LegalImageFormat } from '@rxcl/core'
import type { ImageLayout, Pitches } from '../image/layout.ts'
import type { Block } from './block.ts'

/** The program's own memory under an object made with USE_HOST_PTR: what maps show. */
export interface HostStorage extends Pitches {
  readonly bytes: Uint8Array
  /** Of the object's first byte. */
  readonly offset: number
}

/**
 * The handle of a buffer, an image or an SVM allocation. One class for all three: the code that turns commands into
 * moves then meets one shape of object only.
 */
export class MemoryObject {
  readonly block: Block
  /** Where the object begins, from the start of its block. */
  readonly offset: number
  /** Whether the block is given back with this object; false for an alias. */
  readonly ownsBlock: boolean
  /** Undefined unless an image. */
  readonly format: LegalImageFormat | undefined
  /** In bytes; 0 unless an image. */
  readonly elementSize: number
  /** In bytes; 0 unless an image. */
  readonly rowPitch: number
  /** In bytes; 0 unless an image. */
  readonly slicePitch: number
  readonly host: HostStorage | undefined

  constructor(block: Block, offset: number, ownsBlock: boolean, layout: ImageLayout, host: HostStorage | undefined) {
    this.block = block
    this.offset = offset
    this.ownsBlock = ownsBlock
    this.format = layout.format
    this.elementSize = layout.elementSize
    this.rowPitch = layout.rowPitch
    this.slicePitch = layout.slicePitch
    this.host = host
  }
}

/** Another object over the bytes of `parent`, from `origin` on. */
export const aliasOf = (parent: MemoryObject, origin: number, layout: ImageLayout): MemoryObject => {
  const { block, offset, host } = parent
  const { rowPitch, slicePitch } = layout
  const part =
    host === undefined ? undefined : { bytes: host.bytes, offset: host.offset + origin, rowPitch, slicePitch }
  return new MemoryObject(block, offset + origin, false, layout, part)
}
