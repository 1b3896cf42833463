import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'
import { type CompositeEvent, EventObject, isEvent } from '../../model/event.ts'
import { inWords } from './in-words.ts'

type WaitListError = ClError<'CL_INVALID_EVENT_WAIT_LIST'> | ClError<'CL_INVALID_CONTEXT'>

const PARAMETER = 'event_wait_list'

const isOfContext = (event: EventObject | CompositeEvent, context: ContextIdentity): boolean =>
  event instanceof EventObject ? event.context === context : event.parts.every((part) => part.context === context)

/**
 * Every entry must be an event, then every event of the queue's context. An event that stands for none is of every
 * context.
 */
export const waitListRefusal = (
  command: string,
  context: ContextIdentity,
  waitList: readonly unknown[],
): WaitListError | undefined => {
  if (!Array.isArray(waitList))
    return refusal(
      'CL_INVALID_EVENT_WAIT_LIST',
      command,
      PARAMETER,
      `event_wait_list is ${inWords(waitList)}; it must be an array of events.`,
    )
  for (let i = 0; i < waitList.length; i++)
    if (!isEvent(waitList[i]))
      return refusal(
        'CL_INVALID_EVENT_WAIT_LIST',
        command,
        PARAMETER,
        `event_wait_list[${i}] is ${inWords(waitList[i])}; it must be an event.`,
      )
  for (let i = 0; i < waitList.length; i++)
    if (!isOfContext(waitList[i] as EventObject | CompositeEvent, context))
      return refusal(
        'CL_INVALID_CONTEXT',
        command,
        PARAMETER,
        `event_wait_list[${i}] is of another context than command_queue; both must be of one context.`,
      )
  return undefined
}
