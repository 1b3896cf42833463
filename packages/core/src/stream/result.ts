import type { AnyCommand } from '../model/commands/command.ts'
import type { ValidCommand } from '../validate/commands/valid-command.ts'

/** What the Enqueued of a command carries: the memory it works on, the bytes of a read or the mapping as they will be. */
export const resultOf = (command: AnyCommand, valid: ValidCommand): unknown => {
  switch (valid._tag) {
    case 'WriteBuffer':
    case 'WriteBufferRect':
    case 'FillBuffer':
      return valid.buffer
    case 'ReadBuffer':
    case 'ReadBufferRect':
    case 'ReadImage':
      return valid.ptr
    case 'CopyBuffer':
    case 'CopyBufferRect':
    case 'CopyImageToBuffer':
      return valid.dstBuffer
    case 'WriteImage':
    case 'FillImage':
      return valid.image
    case 'CopyImage':
    case 'CopyBufferToImage':
      return valid.dstImage
    case 'MapBuffer':
    case 'MapImage':
    case 'SvmMap':
      return valid.mapping
    case 'UnmapMemObject':
      return valid.memobj
    case 'MigrateMemObjects':
      return valid.memObjects
    case 'SvmMemcpy':
      // As it was given: host memory keeps its view.
      return command._tag === 'SvmMemcpy' ? command.dstPtr : undefined
    case 'SvmMemFill':
    case 'SvmUnmap':
      return valid.svmPtr
    case 'SvmMigrateMem':
      return valid.svmPointers
    case 'SvmFree':
    case 'Marker':
    case 'Barrier':
      return undefined
  }
}
