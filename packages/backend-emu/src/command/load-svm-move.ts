import type { HostRef, PortSvmMemcpy, PortSvmMemFill, SvmRef } from '@rxcl/core/port'
import type { Move } from '../memory/move.ts'
import { memoryOf, storeOffset } from './move-sides.ts'

const bytesAt = (place: SvmRef | HostRef): Uint8Array =>
  place._tag === 'HostMemory' ? place.bytes : memoryOf(place.allocation).block.bytes

const offsetAt = (place: SvmRef | HostRef): number =>
  place._tag === 'HostMemory' ? 0 : storeOffset(memoryOf(place.allocation), place.byteOffset)

export const loadSvmMemcpy = (move: Move, { srcPtr, dstPtr, size }: PortSvmMemcpy): void => {
  move.from(bytesAt(srcPtr), offsetAt(srcPtr), 0, 0)
  move.to(bytesAt(dstPtr), offsetAt(dstPtr), 0, 0)
  move.extent(size, 1, 1)
}

export const loadSvmMemFill = (move: Move, { svmPtr, pattern, size }: PortSvmMemFill): void => {
  move.to(bytesAt(svmPtr), offsetAt(svmPtr), 0, 0)
  move.fill(pattern)
  move.extent(size, 1, 1)
}
