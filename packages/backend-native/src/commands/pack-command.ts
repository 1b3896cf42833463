import type { PortCommand } from '@rxcl/core/port'
import { OP } from '../binding/words.ts'
import type { CommandBuffer } from './command-buffer.ts'
import { packCopyBuffer, packHostAndBuffer } from './pack-buffer-commands.ts'
import { packCopyBufferToImage, packCopyImageToBuffer, packReadImage, packWriteImage } from './pack-image-commands.ts'
import { packSvmMemcpy } from './pack-svm-memcpy.ts'
import type { Place } from './place.ts'
import { scatteredReadOf, type ScatteredRead } from './scattered-read.ts'

/** Packs a command; answers the detour of its bytes where a read takes one. */
export const packCommand = (out: CommandBuffer, place: Place, command: PortCommand): ScatteredRead | undefined => {
  switch (command._tag) {
    case 'WriteBuffer':
    case 'ReadBuffer':
      packHostAndBuffer(out, place, command)
      return undefined
    case 'CopyBuffer':
      packCopyBuffer(out, place, command)
      return undefined
    case 'WriteImage':
      packWriteImage(out, place, command)
      return undefined
    case 'ReadImage': {
      const scattered = scatteredReadOf(command)
      packReadImage(out, place, command, scattered?.packed)
      return scattered
    }
    case 'CopyImageToBuffer':
      packCopyImageToBuffer(out, place, command)
      return undefined
    case 'CopyBufferToImage':
      packCopyBufferToImage(out, place, command)
      return undefined
    case 'SvmMemcpy':
      packSvmMemcpy(out, place, command)
      return undefined
    case 'Marker':
    case 'Barrier':
      out.begin(command._tag === 'Marker' ? OP.MARKER : OP.BARRIER, place.queue, place.slot, place.waits)
      return undefined
  }
}
