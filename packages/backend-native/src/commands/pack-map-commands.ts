import type {
  MapFlag,
  PortMapBuffer,
  PortMapImage,
  PortSvmMap,
  PortSvmUnmap,
  PortUnmapMemObject,
} from '@rxcl/core/port'
import { OP } from '../binding/words.ts'
import { bufferMem, imageMem, svmOf } from '../objects/handles.ts'
import { mappingOf } from '../objects/native-mapping.ts'
import type { CommandBuffer } from './command-buffer.ts'
import type { Place } from './place.ts'

const BITS: Readonly<Record<MapFlag, number>> = { READ: 1, WRITE: 2, WRITE_INVALIDATE_REGION: 4 }

/** cl_map_flags. */
const bitsOf = (flags: readonly MapFlag[]): number => flags.reduce((bits, flag) => bits | BITS[flag], 0)

/** MAP_BUFFER: buffer, flags, offset, size, mapping. */
export const packMapBuffer = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  { buffer, mapFlags, offset, size, mapping }: PortMapBuffer,
): void => {
  out.begin(OP.MAP_BUFFER, queue, slot, waits)
  out.put(bufferMem(buffer))
  out.put(bitsOf(mapFlags))
  out.put(offset)
  out.put(size)
  out.put(mappingOf(mapping).handle)
}

/** MAP_IMAGE: image, flags, origin, region, mapping. */
export const packMapImage = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  { image, mapFlags, origin, region, mapping }: PortMapImage,
): void => {
  out.begin(OP.MAP_IMAGE, queue, slot, waits)
  out.put(imageMem(image))
  out.put(bitsOf(mapFlags))
  out.put3(origin)
  out.put3(region)
  out.put(mappingOf(mapping).handle)
}

/** SVM_MAP: svm, offset, size, flags, mapping. */
export const packSvmMap = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  { svmPtr, flags, size, mapping }: PortSvmMap,
): void => {
  out.begin(OP.SVM_MAP, queue, slot, waits)
  out.put(svmOf(svmPtr))
  out.put(svmPtr.byteOffset)
  out.put(size)
  out.put(bitsOf(flags))
  out.put(mappingOf(mapping).handle)
}

/** UNMAP: mapping. */
export const packUnmap = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  { mapping }: PortUnmapMemObject | PortSvmUnmap,
): void => {
  out.begin(OP.UNMAP, queue, slot, waits)
  out.put(mappingOf(mapping).handle)
}
