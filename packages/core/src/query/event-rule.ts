import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../model/cl-error.ts'
import { EventObject, isEvent } from '../model/event.ts'
import { inWords } from '../validate/rules/in-words.ts'

/** The event of one command or a user event, of a context that is not released. */
export const readEvent = (command: string, event: unknown): Either<ClError<'CL_INVALID_EVENT'>, EventObject> => {
  const invalid = (message: string) => left(refusal('CL_INVALID_EVENT', command, 'event', message))
  if (!isEvent(event)) return invalid(`event is ${inWords(event)}; it must be an event.`)
  if (!(event instanceof EventObject))
    return invalid(`event stands for ${event.parts.length} events; it must be that of one command, or a user event.`)
  if (event.context.released) return invalid('event is of a released context; it must be of one that is not.')
  return right(event)
}
