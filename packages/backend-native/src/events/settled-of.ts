import { COMPLETE, STATUS_CODES } from '@rxcl/core'
import type { Settled } from '@rxcl/core/port'
import type { EventNode } from './event-node.ts'

const isFromWaitList = (status: number): boolean => status === STATUS_CODES.CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST

/** The end of a command as the program is told of it. */
export const settledOf = ({ id, status, cause, profile }: EventNode): Settled => ({
  event: id,
  status,
  cause: isFromWaitList(status) ? cause : 0,
  profile: status === COMPLETE ? profile : undefined,
})
