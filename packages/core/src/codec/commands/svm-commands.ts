import { Command } from '../../model/commands/command.ts'
import { commandOf } from './command-type.ts'
import { hostData } from './host-data.ts'
import { List } from './list.ts'
import type { ObjectIds } from './object-ids.ts'
import { mappedType } from './object-types.ts'
import { svmPlace, svmPointer } from './svm-place.ts'
import {
  OptionalBoolean,
  OptionalMapFlags,
  OptionalMigrationFlags,
  OptionalNumber,
  OptionalSizes,
} from './value-types.ts'

/** The commands on shared virtual memory. */
export const svmCommands = (objects: ObjectIds) => {
  const place = svmPlace(objects)
  const svmPtr = svmPointer(objects)
  const svmPointers = new List(svmPtr, 'an array of pointers into SVM allocations that have ids')
  return {
    SvmMemcpy: commandOf('SvmMemcpy', Command.svmMemcpy, {
      dstPtr: place,
      srcPtr: place,
      size: OptionalNumber,
      blocking: OptionalBoolean,
    }),
    SvmMemFill: commandOf('SvmMemFill', Command.svmMemFill, {
      svmPtr,
      pattern: hostData(objects),
      size: OptionalNumber,
    }),
    SvmMap: commandOf('SvmMap', Command.svmMap, { svmPtr, flags: OptionalMapFlags, size: OptionalNumber }),
    SvmUnmap: commandOf('SvmUnmap', Command.svmUnmap, { svmPtr, mapped: mappedType(objects) }),
    SvmMigrateMem: commandOf('SvmMigrateMem', Command.svmMigrate, {
      svmPointers,
      sizes: OptionalSizes,
      flags: OptionalMigrationFlags,
    }),
    SvmFree: commandOf('SvmFree', Command.svmFree, { svmPointers }),
  }
}
