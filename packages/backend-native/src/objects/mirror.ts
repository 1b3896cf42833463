import { mapsForWriting, type MappedMemory, type PortMapImage } from '@rxcl/core/port'
import { hostSpanOf } from '../commands/host-span.ts'

/**
 * The program's own memory for a map of an image that the driver has elsewhere: the pixels of the map are brought there
 * when it is complete, and back when its unmap is enqueued.
 */
export class Mirror {
  readonly #command: PortMapImage
  readonly #own: MappedMemory
  #driver: MappedMemory | undefined = undefined

  constructor(command: PortMapImage, own: MappedMemory) {
    this.#command = command
    this.#own = own
  }

  /** The map is complete. */
  open(driver: MappedMemory): void {
    this.#driver = driver
    this.#copy(driver, this.#own)
  }

  /** The unmap is enqueued. */
  close(): void {
    if (this.#driver !== undefined && mapsForWriting(this.#command.mapFlags)) this.#copy(this.#own, this.#driver)
    this.#driver = undefined
  }

  #copy(from: MappedMemory, to: MappedMemory): void {
    const { image, region } = this.#command
    const { rowBytes, rows, slices } = hostSpanOf(image, region, from.rowPitch, from.slicePitch)
    for (let slice = 0; slice < slices; slice += 1)
      for (let row = 0; row < rows; row += 1) {
        const start = slice * from.slicePitch + row * from.rowPitch
        to.bytes.set(from.bytes.subarray(start, start + rowBytes), slice * to.slicePitch + row * to.rowPitch)
      }
  }
}
