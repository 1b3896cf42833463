import { isEvent } from '../model/event.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Whether an input brought a failure instead of a value. */
export const isLeftValue = (value: unknown): boolean => isRecord(value) && value['_tag'] === 'Left' && 'left' in value

/** What a Right holds; anything else is itself. */
const rightOf = (value: unknown): unknown =>
  isRecord(value) && value['_tag'] === 'Right' && 'right' in value ? value['right'] : value

/**
 * The resource or host data that an input brought, with the event to wait for added to `waitList`. What is no Enqueued
 * has no event: waiting for its arrival was enough.
 */
export const takeInput = (value: unknown, waitList: unknown[]): unknown => {
  const right = rightOf(value)
  if (!isRecord(right)) return right
  if (isEvent(right)) waitList.push(right)
  if (!('event' in right && 'value' in right)) return right
  waitList.push(right['event'])
  return right['value']
}
