import { BARRIER } from './commands/barrier.ts'
import type { ConditionTable } from './condition.ts'
import { COPY_BUFFER_TO_IMAGE } from './commands/copy-buffer-to-image.ts'
import { COPY_BUFFER } from './commands/copy-buffer.ts'
import { COPY_IMAGE_TO_BUFFER } from './commands/copy-image-to-buffer.ts'
import { CREATE_BUFFER } from './creation/create-buffer.ts'
import { CREATE_IMAGE } from './creation/create-image.ts'
import { CREATE_QUEUE } from './creation/create-queue.ts'
import { CREATE_SUB_BUFFER } from './creation/create-sub-buffer.ts'
import { CREATE_USER_EVENT } from './creation/create-user-event.ts'
import { MARKER } from './commands/marker.ts'
import { READ_BUFFER } from './commands/read-buffer.ts'
import { READ_IMAGE } from './commands/read-image.ts'
import { SET_USER_EVENT_STATUS } from './creation/set-user-event-status.ts'
import { SVM_ALLOC } from './creation/svm-alloc.ts'
import { SVM_MEMCPY } from './commands/svm-memcpy.ts'
import { WRITE_BUFFER } from './commands/write-buffer.ts'
import { WRITE_IMAGE } from './commands/write-image.ts'

/** Every reason for every failure, by command; docs/errors.md is made from it. */
export const ALL_CONDITIONS: readonly ConditionTable[] = [
  WRITE_BUFFER,
  READ_BUFFER,
  COPY_BUFFER,
  WRITE_IMAGE,
  READ_IMAGE,
  COPY_IMAGE_TO_BUFFER,
  COPY_BUFFER_TO_IMAGE,
  SVM_MEMCPY,
  MARKER,
  BARRIER,
  CREATE_QUEUE,
  CREATE_BUFFER,
  CREATE_SUB_BUFFER,
  CREATE_IMAGE,
  SVM_ALLOC,
  CREATE_USER_EVENT,
  SET_USER_EVENT_STATUS,
]
