import type { PortCommand } from '@rxcl/core/port'
import type { Quirks } from '../quirks/quirks.ts'
import { withoutBufferImage } from './buffer-image-routes.ts'
import { withoutSubBuffer } from './sub-buffer-routes.ts'

const MARKER: PortCommand = { _tag: 'Marker', hasWaitList: true }

/**
 * The command that the driver gets in place of `command`. A copy of no bytes is only a place in the order of things: a
 * marker with its wait list. OpenCL before 2.1 has no such copies, and drivers of later versions refuse some.
 */
export const driverCommandOf = (command: PortCommand, quirks: Quirks): PortCommand => {
  switch (command._tag) {
    case 'WriteBuffer':
    case 'ReadBuffer':
    case 'CopyBuffer':
    case 'SvmMemcpy':
      return command.size === 0 ? MARKER : command
    case 'Marker':
    case 'Barrier':
      return command
    case 'WriteImage':
    case 'ReadImage':
    case 'CopyImageToBuffer':
    case 'CopyBufferToImage': {
      const routed = quirks.has('buffer-images-crash') ? withoutBufferImage(command) : command
      return quirks.has('sub-buffer-image-copies-crash') ? withoutSubBuffer(routed) : routed
    }
  }
}
