import type { AnyCommand } from '../model/commands/command.ts'
import type { ValidCommand } from '../validate/commands/valid-command.ts'

/** What the Enqueued of a command carries: the memory it writes, or, for a read, the bytes as they will be. */
export const resultOf = (command: AnyCommand, valid: ValidCommand): unknown => {
  switch (valid._tag) {
    case 'WriteBuffer':
      return valid.buffer
    case 'ReadBuffer':
    case 'ReadImage':
      return valid.ptr
    case 'CopyBuffer':
    case 'CopyImageToBuffer':
      return valid.dstBuffer
    case 'WriteImage':
      return valid.image
    case 'CopyBufferToImage':
      return valid.dstImage
    case 'SvmMemcpy':
      // As it was given: host memory keeps its view.
      return command._tag === 'SvmMemcpy' ? command.dstPtr : undefined
    case 'Marker':
    case 'Barrier':
      return undefined
  }
}
