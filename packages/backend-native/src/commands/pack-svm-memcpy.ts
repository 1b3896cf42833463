import type { HostRef, PortSvmMemcpy, SvmRef } from '@rxcl/core/port'
import { OP } from '../binding/words.ts'
import { svmOf } from '../objects/handles.ts'
import type { CommandBuffer } from './command-buffer.ts'
import { hostBytes } from './host-memory.ts'
import type { Place } from './place.ts'

/** SVM and offset, or 0 and host memory. */
const putPlace = (out: CommandBuffer, place: SvmRef | HostRef, size: number): void => {
  if (place._tag === 'SvmPointer') {
    out.put(svmOf(place))
    out.put(place.byteOffset)
  } else {
    out.put(0)
    out.putHost(hostBytes(place.bytes, size))
  }
}

/** SVM_MEMCPY: dst place, src place, size. */
export const packSvmMemcpy = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  { dstPtr, srcPtr, size }: PortSvmMemcpy,
): void => {
  out.begin(OP.SVM_MEMCPY, queue, slot, waits)
  putPlace(out, dstPtr, size)
  putPlace(out, srcPtr, size)
  out.put(size)
}
