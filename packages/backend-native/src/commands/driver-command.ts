import type { PortCommand } from '@rxcl/core/port'
import type { Quirks } from '../quirks/quirks.ts'
import type { CopyImageThrough } from './image-routes.ts'
import type { CopyBufferRows } from './rect-routes.ts'
import { routed } from './routes.ts'

/** A command as the driver gets it. */
export type DriverCommand = PortCommand | CopyBufferRows | CopyImageThrough

/** A place in the order of things. */
export const MARKER: PortCommand = { _tag: 'Marker', hasWaitList: true }

const movesNothing = (command: PortCommand): boolean => {
  switch (command._tag) {
    case 'WriteBuffer':
    case 'ReadBuffer':
    case 'CopyBuffer':
    case 'FillBuffer':
    case 'SvmMemcpy':
    case 'SvmMemFill':
      return command.size === 0
    case 'SvmFree':
      return true
    case 'WriteBufferRect':
    case 'ReadBufferRect':
    case 'CopyBufferRect':
    case 'WriteImage':
    case 'ReadImage':
    case 'CopyImage':
    case 'FillImage':
    case 'CopyImageToBuffer':
    case 'CopyBufferToImage':
    case 'MapBuffer':
    case 'MapImage':
    case 'UnmapMemObject':
    case 'MigrateMemObjects':
    case 'SvmMap':
    case 'SvmUnmap':
    case 'SvmMigrateMem':
    case 'Marker':
    case 'Barrier':
      return false
  }
}

/**
 * The command that the driver gets in place of `command`. A copy or fill of no bytes, or the freeing of SVM, which core
 * does when the command has settled, is only a place in the order of things: a marker with its wait list. OpenCL before
 * 2.1 has no such copies, and drivers of later versions refuse some.
 */
export const driverCommandOf = (command: PortCommand, quirks: Quirks): DriverCommand => {
  if (movesNothing(command)) return MARKER
  return quirks.size === 0 ? command : routed(command, quirks)
}
