import type { ImageLayout } from '../image/layout.ts'
import type { Block } from './block.ts'

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
  /** In bytes; 0 unless an image. */
  readonly elementSize: number
  /** In bytes; 0 unless an image. */
  readonly rowPitch: number
  /** In bytes; 0 unless an image. */
  readonly slicePitch: number

  constructor(block: Block, offset: number, ownsBlock: boolean, layout: ImageLayout) {
    this.block = block
    this.offset = offset
    this.ownsBlock = ownsBlock
    this.elementSize = layout.elementSize
    this.rowPitch = layout.rowPitch
    this.slicePitch = layout.slicePitch
  }
}
