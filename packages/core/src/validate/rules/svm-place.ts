import { refusal, type ClError } from '../../model/cl-error.ts'
import { bytesOf, type HostData } from '../../model/host-data.ts'
import { SvmObject, SvmPointerObject } from '../../model/svm.ts'
import type { HostRef } from '../../port/commands/references.ts'
import { hostBufferRefusal, isHostData } from './host-memory-rule.ts'
import { inWords } from './in-words.ts'
import { isSize, sizeRefusal } from './size-rule.ts'

/** Where an SVM copy reads or writes. */
export type SvmPlace = SvmPointerObject | HostData

type PlaceError = ClError<'CL_INVALID_VALUE'>

/** A pointer into memory that is not freed, or host memory. */
export const isSvmPlace = (value: unknown): value is SvmPlace =>
  value instanceof SvmPointerObject
    ? value.allocation instanceof SvmObject && !value.allocation.released
    : isHostData(value)

export const placeRefusal = (command: string, parameter: string, value: unknown): PlaceError =>
  refusal(
    'CL_INVALID_VALUE',
    command,
    parameter,
    value instanceof SvmPointerObject
      ? `${parameter} points into ${inWords(value.allocation)}; it must point into an SVM allocation that is not freed.`
      : `${parameter} is ${inWords(value)}; it must be an SVM pointer, a typed array or a DataView.`,
  )

/** The pointer's offset, or the host memory behind the view, is not what a command can use. */
export const placeValueRefusal = (command: string, parameter: string, place: SvmPlace): PlaceError | undefined => {
  if (!(place instanceof SvmPointerObject)) return hostBufferRefusal(command, parameter, place)
  return isSize(place.byteOffset) ? undefined : sizeRefusal(command, parameter, place.byteOffset)
}

/** Bytes of the whole memory behind the place. */
export const placeTotal = (place: SvmPlace): number =>
  place instanceof SvmPointerObject ? place.allocation.size : place.byteLength

/** How far into that memory the place is. */
export const placeOffset = (place: SvmPlace): number => (place instanceof SvmPointerObject ? place.byteOffset : 0)

/** What two places must share to share bytes. */
export const placeMemory = (place: SvmPlace): object =>
  place instanceof SvmPointerObject ? place.allocation : place.buffer

/** Where in that shared memory the place begins. */
export const placeStart = (place: SvmPlace): number => place.byteOffset

export const toPort = (place: SvmPlace): SvmPointerObject | HostRef =>
  place instanceof SvmPointerObject ? place : { _tag: 'HostMemory', bytes: bytesOf(place) }
