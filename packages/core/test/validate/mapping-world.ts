import type { Hazards } from '../../src/graph/hazards/hazards.ts'
import { Mappings } from '../../src/graph/mappings.ts'
import type { Triple } from '../../src/model/box.ts'
import type { BufferObject } from '../../src/model/buffer.ts'
import type { ContextIdentity } from '../../src/model/context-identity.ts'
import type { ImageObject } from '../../src/model/image.ts'
import type { MapFlag } from '../../src/model/map-flag.ts'
import { MappedObject } from '../../src/model/mapped.ts'
import { bufferRange, imageBox, svmRange } from '../../src/model/memory-boxes.ts'
import type { SvmPointerObject } from '../../src/model/svm.ts'
import type { ContextPort } from '../../src/port/backend.ts'
import { eventOf } from './objects.ts'

// Maps that are enqueued in the contexts of a test.

const PORT = { releaseMapping: () => undefined } as unknown as ContextPort
const HAZARDS = { alias: () => undefined } as unknown as Hazards
const known = new WeakMap<object, Mappings>()

const mappingsOf = (context: ContextIdentity): Mappings => {
  const mappings = known.get(context) ?? new Mappings(PORT, HAZARDS)
  known.set(context, mappings)
  Object.assign(context, { conflictingMapping: mappings.findConflict.bind(mappings) })
  return mappings
}

const enqueued = (context: ContextIdentity, mapping: MappedObject): MappedObject => {
  mappingsOf(context).begin(mapping, eventOf(context))
  return mapping
}

/** An outstanding map of a buffer, in its context. */
export const mapOfBuffer = (
  buffer: BufferObject,
  flags: readonly MapFlag[] = ['WRITE'],
  offset = 0,
  size = 64,
): MappedObject => enqueued(buffer.context, new MappedObject(buffer, flags, bufferRange(buffer, offset, size)))

/** An outstanding map of an image, in its context. */
export const mapOfImage = (
  image: ImageObject,
  flags: readonly MapFlag[] = ['WRITE'],
  origin: Triple = [0, 0, 0],
  region: Triple = [4, 4, 1],
): MappedObject => enqueued(image.context, new MappedObject(image, flags, imageBox(image, origin, region)))

/** An outstanding map of shared virtual memory, in its context. */
export const mapOfSvm = (pointer: SvmPointerObject, flags: readonly MapFlag[] = ['WRITE'], size = 64): MappedObject =>
  enqueued(pointer.allocation.context, new MappedObject(pointer, flags, svmRange(pointer, size)))

/** The same map, after its unmap is enqueued. */
export const unmapped = (mapping: MappedObject): MappedObject => {
  mappingsOf(mapping.memoryObject.context).end(mapping)
  return mapping
}
