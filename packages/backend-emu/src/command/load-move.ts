import type { PortCommand } from '@rxcl/core/port'
import { mappingOf } from '../map/mapping-commands.ts'
import type { Move } from '../memory/move.ts'
import {
  loadCopyBuffer,
  loadCopyBufferRect,
  loadFillBuffer,
  loadReadBuffer,
  loadReadBufferRect,
  loadWriteBuffer,
  loadWriteBufferRect,
} from './load-buffer-move.ts'
import {
  loadCopyBufferToImage,
  loadCopyImage,
  loadCopyImageToBuffer,
  loadFillImage,
  loadReadImage,
  loadWriteImage,
} from './load-image-move.ts'
import { loadSvmMemcpy, loadSvmMemFill } from './load-svm-move.ts'

/**
 * Loads `move` with what a command does. Called when the command begins to run and not when it is enqueued: host arrays
 * are looked at then, as OpenCL may do.
 */
export const loadMove = (move: Move, command: PortCommand): void => {
  switch (command._tag) {
    case 'WriteBuffer':
      return loadWriteBuffer(move, command)
    case 'ReadBuffer':
      return loadReadBuffer(move, command)
    case 'CopyBuffer':
      return loadCopyBuffer(move, command)
    case 'FillBuffer':
      return loadFillBuffer(move, command)
    case 'WriteBufferRect':
      return loadWriteBufferRect(move, command)
    case 'ReadBufferRect':
      return loadReadBufferRect(move, command)
    case 'CopyBufferRect':
      return loadCopyBufferRect(move, command)
    case 'WriteImage':
      return loadWriteImage(move, command)
    case 'ReadImage':
      return loadReadImage(move, command)
    case 'CopyImage':
      return loadCopyImage(move, command)
    case 'FillImage':
      return loadFillImage(move, command)
    case 'CopyImageToBuffer':
      return loadCopyImageToBuffer(move, command)
    case 'CopyBufferToImage':
      return loadCopyBufferToImage(move, command)
    case 'SvmMemcpy':
      return loadSvmMemcpy(move, command)
    case 'SvmMemFill':
      return loadSvmMemFill(move, command)
    case 'MapBuffer':
    case 'MapImage':
    case 'SvmMap':
      return mappingOf(command.mapping).loadMap(move)
    case 'UnmapMemObject':
    case 'SvmUnmap':
      return mappingOf(command.mapping).loadUnmap(move)
    // All memory of a context is there for all of its devices at any time.
    case 'MigrateMemObjects':
    case 'SvmMigrateMem':
    case 'SvmFree':
    case 'Marker':
    case 'Barrier':
      return move.clear()
  }
}
