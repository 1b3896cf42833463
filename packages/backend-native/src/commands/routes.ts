import type { PortCommand, PortCopyBufferRect } from '@rxcl/core/port'
import type { Quirks } from '../quirks/quirks.ts'
import { withoutBufferImage } from './buffer-image-routes.ts'
import type { DriverCommand } from './driver-command.ts'
import { routedFill, routedImageCopy } from './image-routes.ts'
import { isBetweenParts, isWithinBuffer, rowByRow } from './rect-routes.ts'
import { withoutSubBuffers } from './sub-buffer-routes.ts'

const routedRect = (command: PortCopyBufferRect, quirks: Quirks): DriverCommand => {
  if (quirks.has('rect-copies-in-buffer-refused') && isWithinBuffer(command)) return rowByRow(command)
  if (quirks.has('overlapping-sub-buffers-crash'))
    return withoutSubBuffers(isBetweenParts(command) ? rowByRow(command) : command)
  return quirks.has('sub-buffer-rect-copies-crash') ? withoutSubBuffers(command) : command
}

/** The same work as commands that a platform with these faults can carry out. */
export const routed = (command: PortCommand, quirks: Quirks): DriverCommand => {
  switch (command._tag) {
    case 'CopyBufferRect':
      return routedRect(command, quirks)
    case 'CopyImage':
      if (quirks.has('copies-within-array-wrong')) return routedImageCopy(command)
      return quirks.has('buffer-images-crash') ? withoutSubBuffers(withoutBufferImage(command)) : command
    case 'FillImage':
      if (quirks.has('infinite-halves-not-filled')) return routedFill(command)
      return quirks.has('buffer-images-crash') ? withoutBufferImage(command) : command
    case 'WriteImage':
    case 'ReadImage':
    case 'MapImage':
      return quirks.has('buffer-images-crash') ? withoutBufferImage(command) : command
    case 'CopyImageToBuffer':
    case 'CopyBufferToImage':
    case 'MigrateMemObjects': {
      const moved = quirks.has('buffer-images-crash') ? withoutBufferImage(command) : command
      const usesParent = quirks.has('sub-buffer-image-copies-crash') || quirks.has('overlapping-sub-buffers-crash')
      return usesParent ? withoutSubBuffers(moved) : moved
    }
    case 'WriteBuffer':
    case 'ReadBuffer':
    case 'CopyBuffer':
    case 'WriteBufferRect':
    case 'ReadBufferRect':
    case 'FillBuffer':
    case 'MapBuffer':
      return quirks.has('overlapping-sub-buffers-crash') ? withoutSubBuffers(command) : command
    case 'UnmapMemObject':
    case 'SvmMemcpy':
    case 'SvmMemFill':
    case 'SvmMap':
    case 'SvmUnmap':
    case 'SvmMigrateMem':
    case 'SvmFree':
    case 'Marker':
    case 'Barrier':
      return command
  }
}
