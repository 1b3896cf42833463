import type { Resource } from '../../model/resource.ts'
import { SvmPointerObject } from '../../model/svm.ts'
import type { ValidCommand } from './valid-command.ts'

/** Visits the objects that a command needs until it has settled; one that is source and destination twice. */
export const eachOperand = (valid: ValidCommand, visit: (resource: Resource) => void): void => {
  switch (valid._tag) {
    case 'Marker':
    case 'Barrier':
      return
    case 'WriteBuffer':
    case 'ReadBuffer':
    case 'WriteBufferRect':
    case 'ReadBufferRect':
    case 'FillBuffer':
    case 'MapBuffer':
      visit(valid.buffer)
      return
    case 'CopyBuffer':
    case 'CopyBufferRect':
      visit(valid.srcBuffer)
      visit(valid.dstBuffer)
      return
    case 'WriteImage':
    case 'ReadImage':
    case 'FillImage':
    case 'MapImage':
      visit(valid.image)
      return
    case 'CopyImage':
      visit(valid.srcImage)
      visit(valid.dstImage)
      return
    case 'CopyImageToBuffer':
      visit(valid.srcImage)
      visit(valid.dstBuffer)
      return
    case 'CopyBufferToImage':
      visit(valid.srcBuffer)
      visit(valid.dstImage)
      return
    case 'UnmapMemObject':
      visit(valid.memobj)
      return
    case 'MigrateMemObjects':
      for (const memObject of valid.memObjects) visit(memObject)
      return
    case 'SvmMemcpy':
      if (valid.srcPtr instanceof SvmPointerObject) visit(valid.srcPtr.allocation)
      if (valid.dstPtr instanceof SvmPointerObject) visit(valid.dstPtr.allocation)
      return
    case 'SvmMemFill':
    case 'SvmMap':
    case 'SvmUnmap':
      visit(valid.svmPtr.allocation)
      return
    case 'SvmMigrateMem':
    case 'SvmFree':
      for (const { allocation } of valid.svmPointers) visit(allocation)
  }
}
