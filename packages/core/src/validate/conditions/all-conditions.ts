import { BARRIER } from './barrier.ts'
import type { ConditionTable } from './condition.ts'
import { COPY_BUFFER_TO_IMAGE } from './copy-buffer-to-image.ts'
import { COPY_BUFFER } from './copy-buffer.ts'
import { COPY_IMAGE_TO_BUFFER } from './copy-image-to-buffer.ts'
import { CREATE_BUFFER } from './create-buffer.ts'
import { CREATE_IMAGE } from './create-image.ts'
import { CREATE_QUEUE } from './create-queue.ts'
import { CREATE_SUB_BUFFER } from './create-sub-buffer.ts'
import { CREATE_USER_EVENT } from './create-user-event.ts'
import { MARKER } from './marker.ts'
import { READ_BUFFER } from './read-buffer.ts'
import { READ_IMAGE } from './read-image.ts'
import { SET_USER_EVENT_STATUS } from './set-user-event-status.ts'
import { SVM_ALLOC } from './svm-alloc.ts'
import { SVM_MEMCPY } from './svm-memcpy.ts'
import { WRITE_BUFFER } from './write-buffer.ts'
import { WRITE_IMAGE } from './write-image.ts'

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
