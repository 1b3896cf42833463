import { DISPOSE } from '../../model/dispose-symbol.ts'
import { Resource } from '../../model/resource.ts'
import { SvmPointerObject } from '../../model/svm.ts'

const isRecordOrList = (value: object): boolean => {
  if (Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const collect = (value: unknown, found: Set<object>): void => {
  if (typeof value !== 'object' || value === null || found.has(value)) return
  found.add(value)
  if (isRecordOrList(value)) for (const part of Object.values(value)) collect(part, found)
}

/** A slot and, if it is a record or list, the objects in it. */
const partsOfSlot = (slot: unknown): readonly object[] => {
  const found = new Set<object>()
  collect(slot, found)
  return [...found]
}

/** The objects of this library in a slot. */
export const resourcesOf = (slot: unknown): readonly Resource[] =>
  partsOfSlot(slot).flatMap((part) =>
    part instanceof Resource ? part : part instanceof SvmPointerObject ? part.allocation : [],
  )

/** Releases what of a slot can be released, the last first. */
export const disposeSlot = (slot: unknown): void => {
  for (const part of partsOfSlot(slot).toReversed()) {
    const { [DISPOSE]: dispose } = part as Partial<Disposable>
    if (typeof dispose === 'function') dispose.call(part)
  }
}
