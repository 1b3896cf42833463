import type { BufferObject } from '../model/buffer.ts'
import type { Triple } from '../model/box.ts'
import { extentOf, type ImageObject } from '../model/image.ts'
import type { MappedObject } from '../model/mapped.ts'
import type { ValidCommand } from '../validate/commands/valid-command.ts'

const volume = ([x, y, z]: Triple): number => x * y * z

const sizeOf = (memory: BufferObject | ImageObject): number =>
  memory._tag === 'Buffer' ? memory.size : volume(extentOf(memory)) * memory.elementSize

const mappedSize = ({ box }: MappedObject): number => box.rowBytes * box.rows * box.slices

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0)

/** How many bytes a command moves, fills, maps or migrates. */
export const bytesMoved = (valid: ValidCommand): number => {
  switch (valid._tag) {
    case 'WriteBuffer':
    case 'ReadBuffer':
    case 'CopyBuffer':
    case 'FillBuffer':
    case 'MapBuffer':
    case 'SvmMemcpy':
    case 'SvmMemFill':
    case 'SvmMap':
      return valid.size
    case 'WriteBufferRect':
    case 'ReadBufferRect':
    case 'CopyBufferRect':
      return volume(valid.region)
    case 'WriteImage':
    case 'ReadImage':
    case 'FillImage':
    case 'MapImage':
      return volume(valid.region) * valid.image.elementSize
    case 'CopyImage':
    case 'CopyImageToBuffer':
      return volume(valid.region) * valid.srcImage.elementSize
    case 'CopyBufferToImage':
      return volume(valid.region) * valid.dstImage.elementSize
    case 'UnmapMemObject':
    case 'SvmUnmap':
      return mappedSize(valid.mapping)
    case 'MigrateMemObjects':
      return sum(valid.memObjects.map(sizeOf))
    case 'SvmMigrateMem':
      return sum(valid.sizes)
    case 'SvmFree':
    case 'Marker':
    case 'Barrier':
      return 0
  }
}
