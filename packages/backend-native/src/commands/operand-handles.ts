import type { HostRef, PortCommand, SvmRef } from '@rxcl/core/port'
import { bufferMem, imageMem, svmOf } from '../objects/handles.ts'

const placeHandles = (place: SvmRef | HostRef): readonly number[] => (place._tag === 'SvmPointer' ? [svmOf(place)] : [])

/** The driver's objects that a command uses; one that is source and destination twice. */
export const operandHandles = (command: PortCommand): readonly number[] => {
  switch (command._tag) {
    case 'WriteBuffer':
    case 'ReadBuffer':
      return [bufferMem(command.buffer)]
    case 'CopyBuffer':
      return [bufferMem(command.srcBuffer), bufferMem(command.dstBuffer)]
    case 'WriteImage':
    case 'ReadImage':
      return [imageMem(command.image)]
    case 'CopyImageToBuffer':
      return [imageMem(command.srcImage), bufferMem(command.dstBuffer)]
    case 'CopyBufferToImage':
      return [bufferMem(command.srcBuffer), imageMem(command.dstImage)]
    case 'SvmMemcpy':
      return [...placeHandles(command.dstPtr), ...placeHandles(command.srcPtr)]
    case 'Marker':
    case 'Barrier':
      return []
  }
}
