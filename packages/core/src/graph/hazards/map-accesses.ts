import { bytesOf } from '../../model/host-data.ts'
import type { MapFlag } from '../../model/map-flag.ts'
import type { MappedObject } from '../../model/mapped.ts'
import { byteRange, endOf, type StridedBox } from '../../model/strided-box.ts'
import type { AccessVisitor } from './access-visitor.ts'

/** The part of the program's own memory (USE_HOST_PTR) that a mapping shows; of an image all of it. */
const ownMemory = ({ resource, box }: MappedObject): StridedBox | undefined => {
  if (resource._tag === 'SvmPointer' || resource.hostPtr === undefined) return undefined
  const { buffer, byteOffset, byteLength } = bytesOf(resource.hostPtr)
  if (resource._tag === 'Image') return byteRange(buffer, byteOffset, byteLength)
  return byteRange(buffer, byteOffset + box.start - resource.origin, endOf(box) - box.start)
}

/** Whether the view is memory of the backend's, which ends with the unmap. */
const isViewOnly = (mapping: MappedObject): boolean =>
  mapping.resource._tag === 'SvmPointer'
    ? !mapping.resource.allocation.flags.includes('SVM_FINE_GRAIN_BUFFER')
    : mapping.resource.hostPtr === undefined

/** What a map shows is brought to the host; what it is told to leave anyhow may be anything afterwards. */
export const mapAccesses = (flags: readonly MapFlag[], mapping: MappedObject, visitor: AccessVisitor): void => {
  const { box, isForWriting } = mapping
  if (!flags.includes('WRITE_INVALIDATE_REGION')) visitor.read(box)
  if (isForWriting) visitor.write(box)
  const own = ownMemory(mapping)
  if (own !== undefined) visitor.write(own)
}

/**
 * What the host has left in the view is brought to the device, if it was mapped for that; the view itself ends, unless it
 * is of memory that stays.
 */
export const unmapAccesses = (mapping: MappedObject, visitor: AccessVisitor): void => {
  const { box, isForWriting, seenBytes } = mapping
  const own = ownMemory(mapping)
  if (own !== undefined && isForWriting) visitor.read(own)
  if (seenBytes !== undefined && isViewOnly(mapping))
    visitor.write(byteRange(seenBytes.buffer, seenBytes.byteOffset, seenBytes.byteLength))
  if (isForWriting) visitor.write(box)
  else visitor.read(box)
}
