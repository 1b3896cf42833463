import type { AnyCommand } from '../../model/commands/command.ts'

/** What commands do, as far as colours go. */
export const KINDS = {
  upload: 'host to device',
  download: 'device to host',
  copy: 'copy',
  fill: 'fill',
  map: 'map and unmap',
  order: 'order, migrate, free',
} as const

export type Kind = keyof typeof KINDS

export const kindOf = (command: AnyCommand['_tag']): Kind => {
  switch (command) {
    case 'WriteBuffer':
    case 'WriteBufferRect':
    case 'WriteImage':
      return 'upload'
    case 'ReadBuffer':
    case 'ReadBufferRect':
    case 'ReadImage':
      return 'download'
    case 'CopyBuffer':
    case 'CopyBufferRect':
    case 'CopyImage':
    case 'CopyImageToBuffer':
    case 'CopyBufferToImage':
    case 'SvmMemcpy':
      return 'copy'
    case 'FillBuffer':
    case 'FillImage':
    case 'SvmMemFill':
      return 'fill'
    case 'MapBuffer':
    case 'MapImage':
    case 'UnmapMemObject':
    case 'SvmMap':
    case 'SvmUnmap':
      return 'map'
    case 'MigrateMemObjects':
    case 'SvmMigrateMem':
    case 'SvmFree':
    case 'Marker':
    case 'Barrier':
      return 'order'
  }
}
