import { isEvent } from '../model/event.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Whether an input brought a failure instead of a value. */
export const isLeftValue = (value: unknown): boolean => isRecord(value) && value['_tag'] === 'Left' && 'left' in value

/** What a Right holds; anything else is itself. */
const rightOf = (value: unknown): unknown =>
  isRecord(value) && value['_tag'] === 'Right' && 'right' in value ? value['right'] : value

const isEnqueued = (value: unknown): value is { readonly value: unknown; readonly event: unknown } =>
  isRecord(value) && 'event' in value && 'value' in value

/** The resource or host data that an input brought. */
export const resourceOf = (value: unknown): unknown => {
  const right = rightOf(value)
  return isEnqueued(right) ? right.value : right
}

/** The event that an input brought; undefined for what is no Enqueued: waiting for its arrival was enough. */
export const eventOf = (value: unknown): unknown => {
  const right = rightOf(value)
  if (isEnqueued(right)) return right.event
  return isEvent(right) ? right : undefined
}
