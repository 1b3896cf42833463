import { BufferObject } from '../../model/buffer.ts'
import { CompositeEvent, EventObject } from '../../model/event.ts'
import { ImageObject } from '../../model/image.ts'
import { MappedObject } from '../../model/mapped.ts'
import { QueueObject } from '../../model/queue.ts'
import { Resource } from '../../model/resource.ts'
import { SvmObject, SvmPointerObject } from '../../model/svm.ts'

const LONGEST_TEXT = 40

const kindOf = (object: object): string => {
  if (object instanceof BufferObject) return object.parent === undefined ? 'buffer' : 'sub-buffer'
  if (object instanceof ImageObject) return `${object.type} image`
  if (object instanceof QueueObject) return 'command-queue'
  if (object instanceof SvmObject) return 'SVM allocation'
  if (object instanceof SvmPointerObject) return 'SVM pointer'
  if (object instanceof EventObject || object instanceof CompositeEvent) return 'event'
  if (MappedObject.isGenuine(object)) return 'map'
  if (Array.isArray(object)) return 'array'
  if (ArrayBuffer.isView(object)) return 'view of host memory'
  return 'object'
}

const withArticle = (noun: string): string => (/^(?:[aeio]|SVM)/.test(noun) ? `an ${noun}` : `a ${noun}`)

/** An untrusted value in a message: numbers and text as they are, objects by what they are. */
export const inWords = (value: unknown): string => {
  switch (typeof value) {
    case 'number':
    case 'boolean':
    case 'undefined':
      return String(value)
    case 'bigint':
      return `${value}n`
    case 'string':
      return value.length > LONGEST_TEXT ? `'${value.slice(0, LONGEST_TEXT)}…'` : `'${value}'`
    case 'symbol':
    case 'function':
      return `a ${typeof value}`
    case 'object':
      if (value === null) return 'null'
      if (value instanceof Resource && value.released) return `a released ${kindOf(value)}`
      return withArticle(kindOf(value))
  }
}
