import type { PortMapBuffer, PortMapImage, PortSvmMap } from '@rxcl/core/port'
import { memoryOf, type Triple } from '../command/move-sides.ts'
import type { Pitches } from '../image/layout.ts'
import type { MemoryObject } from '../memory/memory-object.ts'

/** The bytes that a map makes the host's, as they lie on either side. */
export interface MappedBox {
  readonly memory: MemoryObject
  readonly rowBytes: number
  readonly rows: number
  readonly slices: number
  readonly device: Pitches
  readonly host: Pitches
  /** Of the first mapped byte, from the object's. */
  readonly deviceOffset: number
  /** The same in the program's own memory. */
  readonly hostOffset: number
  /** The pitches that the program is told. */
  readonly told: Pitches
}

const NO_PITCHES: Pitches = { rowPitch: 0, slicePitch: 0 }

const rangeOf = (memory: MemoryObject, offset: number, size: number): MappedBox => ({
  memory,
  rowBytes: size,
  rows: 1,
  slices: 1,
  device: NO_PITCHES,
  host: NO_PITCHES,
  deviceOffset: offset,
  hostOffset: offset,
  told: NO_PITCHES,
})

const offsetOf = ([x, y, z]: Triple, elementSize: number, { rowPitch, slicePitch }: Pitches): number =>
  x * elementSize + y * rowPitch + z * slicePitch

const toldOf = (type: PortMapImage['image']['type'], { rowPitch, slicePitch }: Pitches): Pitches => {
  switch (type) {
    case '1D':
    case '1D_BUFFER':
    case '2D':
      return { rowPitch, slicePitch: 0 }
    case '1D_ARRAY':
      return { rowPitch, slicePitch: rowPitch }
    case '2D_ARRAY':
    case '3D':
      return { rowPitch, slicePitch }
  }
}

/** The host's copy of an image's pixels has the pitches of the image, as with a device that shares the host's memory. */
const imageBoxOf = ({ image, origin, region }: PortMapImage): MappedBox => {
  const memory = memoryOf(image)
  const host = memory.host ?? memory
  return {
    memory,
    rowBytes: region[0] * image.elementSize,
    rows: region[1],
    slices: region[2],
    device: memory,
    host,
    deviceOffset: offsetOf(origin, image.elementSize, memory),
    hostOffset: offsetOf(origin, image.elementSize, host),
    told: toldOf(image.type, host),
  }
}

export const mappedBoxOf = (command: PortMapBuffer | PortMapImage | PortSvmMap): MappedBox => {
  switch (command._tag) {
    case 'MapBuffer':
      return rangeOf(memoryOf(command.buffer), command.offset, command.size)
    case 'MapImage':
      return imageBoxOf(command)
    case 'SvmMap':
      return rangeOf(memoryOf(command.svmPtr.allocation), command.svmPtr.byteOffset, command.size)
  }
}

/** From the first mapped byte of the host's side to the last. */
export const hostLength = ({ rowBytes, rows, slices, host }: MappedBox): number =>
  (slices - 1) * host.slicePitch + (rows - 1) * host.rowPitch + rowBytes
