import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { refusal } from '../model/cl-error.ts'
import type { ContextIdentity } from '../model/context-identity.ts'
import type { SetUserEventStatusError } from '../model/creation-errors.ts'
import { COMPLETE } from '../model/event-status.ts'
import { EventObject, type ClUserEvent } from '../model/event.ts'
import { validateSetUserEventStatus } from '../validate/creation/set-user-event-status.ts'

/** Tells backend and waiters of a user event's status. */
export type SetStatus = (event: UserEventObject, status: number) => Either<SetUserEventStatusError, void>

export class UserEventObject extends EventObject implements ClUserEvent {
  readonly #setStatus: SetStatus

  constructor(id: number, context: ContextIdentity, probe: { eventStatus(id: number): number }, setStatus: SetStatus) {
    super(id, context, undefined, 'UserEvent', probe)
    this.#setStatus = setStatus
  }

  complete(): Either<SetUserEventStatusError, void> {
    return this.#end(COMPLETE)
  }

  fail(status: number): Either<SetUserEventStatusError, void> {
    // 0 is legal for clSetUserEventStatus; here it would hide a mistake.
    if (status === COMPLETE)
      return E.left(
        refusal(
          'CL_INVALID_VALUE',
          'setUserEventStatus',
          'execution_status',
          'execution_status is 0; a failure is negative, and complete() is for success.',
        ),
      )
    return this.#end(status)
  }

  #end(status: number): Either<SetUserEventStatusError, void> {
    const valid = validateSetUserEventStatus(this)(status)
    return E.isLeft(valid) ? valid : this.#setStatus(this, status)
  }
}
