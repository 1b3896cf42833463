import type { ImageRef, MappedMemory, PortMapBuffer, PortMapImage, PortSvmMap } from '@rxcl/core/port'
import type { MappedRecord } from '../binding/binding.ts'
import { hostSpanOf } from '../commands/host-span.ts'
import { bufferOf, hostOf, imageOf, svmOf } from './handles.ts'
import { Mirror } from './mirror.ts'
import type { MappedView } from './native-mapping.ts'
import type { SharedBytes } from './shared-bytes.ts'

type Pitches = Pick<MappedMemory, 'rowPitch' | 'slicePitch'>

const NO_PITCHES: Pitches = { rowPitch: 0, slicePitch: 0 }

/** As the project's rules have them (1.2 and A12), whatever the driver says where a type has no slices. */
const pitchesOf = (image: ImageRef, { rowPitch, slicePitch }: Pitches): Pitches => {
  switch (image.type) {
    case '1D':
    case '1D_BUFFER':
    case '2D':
      return { rowPitch, slicePitch: 0 }
    case '1D_ARRAY': {
      const stride = slicePitch === 0 || imageOf(image).isPlane ? rowPitch : slicePitch
      return { rowPitch: stride, slicePitch: stride }
    }
    case '2D_ARRAY':
    case '3D':
      return { rowPitch, slicePitch }
  }
}

const ownPixels = ({ image, origin, region }: PortMapImage): MappedMemory | undefined => {
  const { host } = imageOf(image)
  if (host === undefined) return undefined
  const { rowPitch, slicePitch } = host
  const isRowArray = image.type === '1D_ARRAY'
  const start =
    origin[0] * image.elementSize + origin[1] * (isRowArray ? slicePitch : rowPitch) + origin[2] * slicePitch
  const { bytes } = hostSpanOf(image, region, rowPitch, slicePitch)
  const pitches = isRowArray ? { rowPitch: slicePitch, slicePitch } : pitchesOf(image, host)
  return { bytes: host.bytes.subarray(start, start + bytes), ...pitches }
}

const bytesOf = ({ bytes }: MappedRecord): Uint8Array => new Uint8Array(bytes)

/** How the program sees what a map command maps. */
export const mappedViewOf = (
  command: PortMapBuffer | PortMapImage | PortSvmMap,
  sharedBytes: SharedBytes,
): MappedView => {
  switch (command._tag) {
    case 'MapBuffer': {
      const { buffer, offset, size } = command
      const bytes = hostOf(bufferOf(buffer))?.subarray(offset, offset + size)
      return {
        own: bytes === undefined ? undefined : { bytes, ...NO_PITCHES },
        from: (record) => ({ bytes: bytesOf(record), ...NO_PITCHES }),
      }
    }
    case 'MapImage': {
      const { image, region } = command
      // One whose buffer is mapped in its place has no pitch.
      const tight = region[0] * image.elementSize
      const own = ownPixels(command)
      return {
        own,
        mirror: own !== undefined && imageOf(image).host?.isMirror === true ? new Mirror(command, own) : undefined,
        from: (record) => {
          const { rowPitch, slicePitch } = record
          return { bytes: bytesOf(record), ...pitchesOf(image, { rowPitch: rowPitch || tight, slicePitch }) }
        },
      }
    }
    case 'SvmMap': {
      const { svmPtr, size } = command
      const bytes = sharedBytes.find(svmOf(svmPtr))?.subarray(svmPtr.byteOffset, svmPtr.byteOffset + size)
      return {
        own: bytes === undefined ? undefined : { bytes, ...NO_PITCHES },
        from: (record) => ({ bytes: bytesOf(record), ...NO_PITCHES }),
      }
    }
  }
}
