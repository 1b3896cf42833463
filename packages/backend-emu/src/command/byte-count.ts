import type { PortCommand } from '@rxcl/core/port'
import { mappingOf } from '../map/mapping-commands.ts'
import type { Triple } from './move-sides.ts'

const volume = ([width, height, depth]: Triple): number => width * height * depth

/** The bytes of a command's region; of an unmap those of its map; 0 for what moves none. */
export const byteCount = (command: PortCommand): number => {
  switch (command._tag) {
    case 'WriteBuffer':
    case 'ReadBuffer':
    case 'CopyBuffer':
    case 'FillBuffer':
    case 'SvmMemcpy':
    case 'SvmMemFill':
    case 'MapBuffer':
    case 'SvmMap':
      return command.size
    case 'WriteBufferRect':
    case 'ReadBufferRect':
    case 'CopyBufferRect':
      return volume(command.region)
    case 'WriteImage':
    case 'ReadImage':
    case 'FillImage':
    case 'MapImage':
      return volume(command.region) * command.image.elementSize
    case 'CopyImage':
    case 'CopyImageToBuffer':
      return volume(command.region) * command.srcImage.elementSize
    case 'CopyBufferToImage':
      return volume(command.region) * command.dstImage.elementSize
    case 'UnmapMemObject':
    case 'SvmUnmap':
      return mappingOf(command.mapping).byteCount
    case 'MigrateMemObjects':
    case 'SvmMigrateMem':
    case 'SvmFree':
    case 'Marker':
    case 'Barrier':
      return 0
  }
}
