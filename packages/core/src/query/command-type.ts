import type { AnyCommand } from '../model/commands/command.ts'

/** cl_command_type of each command, and of user events. */
export const COMMAND_TYPES = {
  ReadBuffer: 'CL_COMMAND_READ_BUFFER',
  WriteBuffer: 'CL_COMMAND_WRITE_BUFFER',
  CopyBuffer: 'CL_COMMAND_COPY_BUFFER',
  ReadBufferRect: 'CL_COMMAND_READ_BUFFER_RECT',
  WriteBufferRect: 'CL_COMMAND_WRITE_BUFFER_RECT',
  CopyBufferRect: 'CL_COMMAND_COPY_BUFFER_RECT',
  FillBuffer: 'CL_COMMAND_FILL_BUFFER',
  ReadImage: 'CL_COMMAND_READ_IMAGE',
  WriteImage: 'CL_COMMAND_WRITE_IMAGE',
  CopyImage: 'CL_COMMAND_COPY_IMAGE',
  FillImage: 'CL_COMMAND_FILL_IMAGE',
  CopyImageToBuffer: 'CL_COMMAND_COPY_IMAGE_TO_BUFFER',
  CopyBufferToImage: 'CL_COMMAND_COPY_BUFFER_TO_IMAGE',
  MapBuffer: 'CL_COMMAND_MAP_BUFFER',
  MapImage: 'CL_COMMAND_MAP_IMAGE',
  UnmapMemObject: 'CL_COMMAND_UNMAP_MEM_OBJECT',
  MigrateMemObjects: 'CL_COMMAND_MIGRATE_MEM_OBJECTS',
  SvmMemcpy: 'CL_COMMAND_SVM_MEMCPY',
  SvmMemFill: 'CL_COMMAND_SVM_MEMFILL',
  SvmMap: 'CL_COMMAND_SVM_MAP',
  SvmUnmap: 'CL_COMMAND_SVM_UNMAP',
  SvmMigrateMem: 'CL_COMMAND_SVM_MIGRATE_MEM',
  SvmFree: 'CL_COMMAND_SVM_FREE',
  Marker: 'CL_COMMAND_MARKER',
  Barrier: 'CL_COMMAND_BARRIER',
  UserEvent: 'CL_COMMAND_USER',
} as const satisfies Readonly<Record<AnyCommand['_tag'] | 'UserEvent', `CL_COMMAND_${string}`>>

/** One of the cl_command_type constants of this library's commands and user events. */
export type CommandType = (typeof COMMAND_TYPES)[keyof typeof COMMAND_TYPES]
