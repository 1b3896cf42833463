import { BARRIER } from './commands/barrier.ts'
import type { ConditionTable } from './condition.ts'
import { COPY_BUFFER_TO_IMAGE } from './commands/copy-buffer-to-image.ts'
import { COPY_BUFFER } from './commands/copy-buffer.ts'
import { COPY_IMAGE_TO_BUFFER } from './commands/copy-image-to-buffer.ts'
import { COPY_BUFFER_RECT } from './commands/copy-buffer-rect.ts'
import { COPY_IMAGE } from './commands/copy-image.ts'
import { FILL_BUFFER } from './commands/fill-buffer.ts'
import { FILL_IMAGE } from './commands/fill-image.ts'
import { READ_BUFFER_RECT } from './commands/read-buffer-rect.ts'
import { WRITE_BUFFER_RECT } from './commands/write-buffer-rect.ts'
import { CREATE_BUFFER } from './creation/create-buffer.ts'
import { CREATE_IMAGE } from './creation/create-image.ts'
import { CREATE_QUEUE } from './creation/create-queue.ts'
import { CREATE_SUB_BUFFER } from './creation/create-sub-buffer.ts'
import { SUPPORTED_IMAGE_FORMATS } from './creation/supported-image-formats.ts'
import { CREATE_USER_EVENT } from './creation/create-user-event.ts'
import { MAP_BUFFER } from './commands/map-buffer.ts'
import { MAP_IMAGE } from './commands/map-image.ts'
import { MIGRATE_MEM_OBJECTS } from './commands/migrate-mem-objects.ts'
import { SVM_FREE } from './commands/svm-free.ts'
import { SVM_MAP } from './commands/svm-map.ts'
import { SVM_MEM_FILL } from './commands/svm-mem-fill.ts'
import { SVM_MIGRATE_MEM } from './commands/svm-migrate-mem.ts'
import { SVM_UNMAP } from './commands/svm-unmap.ts'
import { UNMAP_MEM_OBJECT } from './commands/unmap-mem-object.ts'
import { MARKER } from './commands/marker.ts'
import { READ_BUFFER } from './commands/read-buffer.ts'
import { READ_IMAGE } from './commands/read-image.ts'
import { SET_USER_EVENT_STATUS } from './creation/set-user-event-status.ts'
import { SVM_ALLOC } from './creation/svm-alloc.ts'
import { SVM_MEMCPY } from './commands/svm-memcpy.ts'
import { WRITE_BUFFER } from './commands/write-buffer.ts'
import { WRITE_IMAGE } from './commands/write-image.ts'
import { COMMAND_QUEUE_INFO } from './queries/command-queue-info.ts'
import { EVENT_INFO } from './queries/event-info.ts'
import { EVENT_PROFILING_INFO } from './queries/event-profiling-info.ts'
import { IMAGE_INFO } from './queries/image-info.ts'
import { MEM_OBJECT_INFO } from './queries/mem-object-info.ts'

/** Every reason for every failure, by command; docs/errors.md is made from it. */
export const ALL_CONDITIONS: readonly ConditionTable[] = [
  WRITE_BUFFER,
  READ_BUFFER,
  COPY_BUFFER,
  WRITE_BUFFER_RECT,
  READ_BUFFER_RECT,
  COPY_BUFFER_RECT,
  FILL_BUFFER,
  WRITE_IMAGE,
  READ_IMAGE,
  COPY_IMAGE,
  FILL_IMAGE,
  COPY_IMAGE_TO_BUFFER,
  COPY_BUFFER_TO_IMAGE,
  MAP_BUFFER,
  MAP_IMAGE,
  UNMAP_MEM_OBJECT,
  MIGRATE_MEM_OBJECTS,
  SVM_MEMCPY,
  SVM_MEM_FILL,
  SVM_MAP,
  SVM_UNMAP,
  SVM_MIGRATE_MEM,
  SVM_FREE,
  MARKER,
  BARRIER,
  CREATE_QUEUE,
  CREATE_BUFFER,
  CREATE_SUB_BUFFER,
  CREATE_IMAGE,
  SUPPORTED_IMAGE_FORMATS,
  SVM_ALLOC,
  CREATE_USER_EVENT,
  SET_USER_EVENT_STATUS,
  COMMAND_QUEUE_INFO,
  MEM_OBJECT_INFO,
  IMAGE_INFO,
  EVENT_INFO,
  EVENT_PROFILING_INFO,
]
