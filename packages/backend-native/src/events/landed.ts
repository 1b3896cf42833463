import { COMPLETE, STATUS_CODES } from '@rxcl/core'
import type { EventNode } from './event-node.ts'

/** The status of a command that has ended, once its bytes are where they belong. */
export const landed = ({ endStatus, scattered }: EventNode): number =>
  endStatus === COMPLETE && scattered !== undefined && !scattered.land()
    ? STATUS_CODES.CL_OUT_OF_HOST_MEMORY
    : endStatus
