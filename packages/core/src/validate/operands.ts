import type { Resource } from '../model/resource.ts'
import type { SvmPointerObject } from '../model/svm.ts'
import type { HostRef } from '../port/commands.ts'
import type { ValidCommand, ValidSvmMemcpy } from './valid-command.ts'

const NONE: readonly Resource[] = []

const isSvm = (place: SvmPointerObject | HostRef): place is SvmPointerObject => place._tag === 'SvmPointer'

const svmOperands = ({ dstPtr, srcPtr }: ValidSvmMemcpy): readonly Resource[] => {
  if (isSvm(dstPtr)) return isSvm(srcPtr) ? [dstPtr.allocation, srcPtr.allocation] : [dstPtr.allocation]
  return isSvm(srcPtr) ? [srcPtr.allocation] : NONE
}

/** The objects that a command needs until it has settled; one that is source and destination is there twice. */
export const operandsOf = (valid: ValidCommand): readonly Resource[] => {
  switch (valid._tag) {
    case 'WriteBuffer':
    case 'ReadBuffer':
      return [valid.buffer]
    case 'CopyBuffer':
      return [valid.srcBuffer, valid.dstBuffer]
    case 'WriteImage':
    case 'ReadImage':
      return [valid.image]
    case 'CopyImageToBuffer':
      return [valid.srcImage, valid.dstBuffer]
    case 'CopyBufferToImage':
      return [valid.srcBuffer, valid.dstImage]
    case 'SvmMemcpy':
      return svmOperands(valid)
    case 'Marker':
    case 'Barrier':
      return NONE
  }
}
