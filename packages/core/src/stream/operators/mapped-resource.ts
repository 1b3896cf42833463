import { MappedObject, type Mappable } from '../../model/mapped.ts'

/** What a mapping maps; what is no mapping stands for itself, so that the validator can say what it is. */
export const mappedResource = (mapped: unknown): Mappable =>
  MappedObject.isGenuine(mapped) ? mapped.resource : (mapped as Mappable)
