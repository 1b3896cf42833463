import * as t from 'io-ts'
import type { HostData } from '../../model/host-data.ts'
import { SvmObject, SvmPointerObject, type SvmPointer } from '../../model/svm.ts'
import { Fields } from '../fields.ts'
import { hostData } from './host-data.ts'
import type { Json, JsonType } from './json.ts'
import { AnyNumber } from './number.ts'
import type { ObjectIds } from './object-ids.ts'
import { Struct } from './struct.ts'
import { registered } from './registered.ts'

const isAllocation = (value: unknown): value is SvmObject => value instanceof SvmObject

/** A pointer, by the id of its allocation: `{ svm: id, byteOffset }`. */
export const svmPointer = (objects: ObjectIds): t.Type<SvmPointer, Json, unknown> => {
  const Parts = new Struct<{ readonly svm: SvmObject; readonly byteOffset: number }>(
    { svm: registered(objects, 'an SVM allocation', isAllocation), byteOffset: AnyNumber },
    'an object with svm and byteOffset',
  )
  const partsOf = ({ allocation, byteOffset }: SvmPointer) => ({ svm: allocation as SvmObject, byteOffset })
  return new t.Type<SvmPointer, Json, unknown>(
    'a pointer into an SVM allocation that has an id',
    (input): input is SvmPointer => input instanceof SvmPointerObject && Parts.is(partsOf(input)),
    (input, context) => {
      const parts = Parts.validate(input, context)
      return parts._tag === 'Left' ? parts : t.success(parts.right.svm.at(parts.right.byteOffset))
    },
    (pointer) => Parts.encode(partsOf(pointer)),
  )
}

/** A pointer into shared virtual memory, or host memory. */
export const svmPlace = (objects: ObjectIds): JsonType<SvmPointer | HostData> => {
  const Pointer = svmPointer(objects)
  const Host = hostData(objects)
  return new t.Type<SvmPointer | HostData, Json, unknown>(
    `${Pointer.name}, or ${Host.name}`,
    (input): input is SvmPointer | HostData => Pointer.is(input) || Host.is(input),
    (input, context) => {
      if (!Fields.is(input))
        return t.failure(input, context, 'an object with svm and byteOffset, view and base64, or host')
      return 'svm' in input ? Pointer.validate(input, context) : Host.validate(input, context)
    },
    (place) => (place instanceof SvmPointerObject ? Pointer.encode(place) : Host.encode(place as HostData)),
  )
}
