import { OP } from '../binding/words.ts'
import type { CommandBuffer } from './command-buffer.ts'
import type { DriverCommand } from './driver-command.ts'
import { packCopyBuffer, packHostAndBuffer } from './pack-buffer-commands.ts'
import { packFillBuffer, packFillImage, packSvmMemFill } from './pack-fill-commands.ts'
import {
  packCopyBufferToImage,
  packCopyImage,
  packCopyImageToBuffer,
  packReadImage,
  packWriteImage,
} from './pack-image-commands.ts'
import { packMapBuffer, packMapImage, packSvmMap, packUnmap } from './pack-map-commands.ts'
import { packMigrate, packSvmMigrate } from './pack-migrate-commands.ts'
import { packCopyBufferRect, packHostAndRect } from './pack-rect-commands.ts'
import { packSvmMemcpy } from './pack-svm-memcpy.ts'
import type { Place } from './place.ts'
import { scatteredReadOf, type ScatteredRead } from './scattered-read.ts'

/** Packs a command; answers the detour of its bytes where a read takes one. */
export const packCommand = (out: CommandBuffer, place: Place, command: DriverCommand): ScatteredRead | undefined => {
  switch (command._tag) {
    case 'WriteBuffer':
    case 'ReadBuffer':
      packHostAndBuffer(out, place, command)
      return undefined
    case 'CopyBuffer':
      packCopyBuffer(out, place, command)
      return undefined
    case 'WriteBufferRect':
    case 'ReadBufferRect':
      packHostAndRect(out, place, command)
      return undefined
    case 'CopyBufferRect':
    case 'CopyBufferRows':
      packCopyBufferRect(out, place, command)
      return undefined
    case 'FillBuffer':
      packFillBuffer(out, place, command)
      return undefined
    case 'WriteImage':
      packWriteImage(out, place, command)
      return undefined
    case 'ReadImage': {
      const scattered = scatteredReadOf(command)
      packReadImage(out, place, command, scattered?.packed)
      return scattered
    }
    case 'CopyImage':
    case 'CopyImageThrough':
      packCopyImage(out, place, command)
      return undefined
    case 'FillImage':
      packFillImage(out, place, command)
      return undefined
    case 'CopyImageToBuffer':
      packCopyImageToBuffer(out, place, command)
      return undefined
    case 'CopyBufferToImage':
      packCopyBufferToImage(out, place, command)
      return undefined
    case 'SvmMemcpy':
      packSvmMemcpy(out, place, command)
      return undefined
    case 'SvmMemFill':
      packSvmMemFill(out, place, command)
      return undefined
    case 'MapBuffer':
      packMapBuffer(out, place, command)
      return undefined
    case 'MapImage':
      packMapImage(out, place, command)
      return undefined
    case 'SvmMap':
      packSvmMap(out, place, command)
      return undefined
    case 'UnmapMemObject':
    case 'SvmUnmap':
      packUnmap(out, place, command)
      return undefined
    case 'MigrateMemObjects':
      packMigrate(out, place, command)
      return undefined
    case 'SvmMigrateMem':
      packSvmMigrate(out, place, command)
      return undefined
    // Only a place in the order of things: driver-command.ts.
    case 'SvmFree':
    case 'Marker':
    case 'Barrier':
      out.begin(command._tag === 'Barrier' ? OP.BARRIER : OP.MARKER, place.queue, place.slot, place.waits)
      return undefined
  }
}
