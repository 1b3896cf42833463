import type { HostRef, SvmRef } from '@rxcl/core/port'
import { bufferMem, imageMem, memObjectOf, svmOf } from '../objects/handles.ts'
import type { DriverCommand } from './driver-command.ts'

const placeHandles = (place: SvmRef | HostRef): readonly number[] => (place._tag === 'SvmPointer' ? [svmOf(place)] : [])

/** The driver's objects that a command uses; one that has two parts in it twice. */
export const operandHandles = (command: DriverCommand): readonly number[] => {
  switch (command._tag) {
    case 'WriteBuffer':
    case 'ReadBuffer':
    case 'WriteBufferRect':
    case 'ReadBufferRect':
    case 'FillBuffer':
    case 'MapBuffer':
      return [bufferMem(command.buffer)]
    case 'CopyBuffer':
    case 'CopyBufferRect':
    case 'CopyBufferRows':
      return [bufferMem(command.srcBuffer), bufferMem(command.dstBuffer)]
    case 'WriteImage':
    case 'ReadImage':
    case 'FillImage':
    case 'MapImage':
      return [imageMem(command.image)]
    case 'CopyImage':
    case 'CopyImageThrough':
      return [imageMem(command.srcImage), imageMem(command.dstImage)]
    case 'CopyImageToBuffer':
      return [imageMem(command.srcImage), bufferMem(command.dstBuffer)]
    case 'CopyBufferToImage':
      return [bufferMem(command.srcBuffer), imageMem(command.dstImage)]
    case 'SvmMemcpy':
      return [...placeHandles(command.dstPtr), ...placeHandles(command.srcPtr)]
    case 'SvmMemFill':
    case 'SvmMap':
    case 'SvmUnmap':
      return [svmOf(command.svmPtr)]
    case 'MigrateMemObjects':
      return command.memObjects.map(memObjectOf)
    case 'SvmMigrateMem':
    case 'SvmFree':
      return command.svmPointers.map(svmOf)
    // Its mapping keeps the object.
    case 'UnmapMemObject':
    case 'Marker':
    case 'Barrier':
      return []
  }
}
