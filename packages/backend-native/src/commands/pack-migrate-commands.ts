import type { MigrationFlag, PortMigrateMemObjects, PortSvmMigrateMem } from '@rxcl/core/port'
import { OP } from '../binding/words.ts'
import { memObjectOf, svmOf } from '../objects/handles.ts'
import type { CommandBuffer } from './command-buffer.ts'
import type { Place } from './place.ts'

const BITS: Readonly<Record<MigrationFlag, number>> = { HOST: 1, CONTENT_UNDEFINED: 2 }

/** cl_mem_migration_flags. */
const bitsOf = (flags: readonly MigrationFlag[]): number => flags.reduce((bits, flag) => bits | BITS[flag], 0)

/** MIGRATE: flags, count, mem objects. */
export const packMigrate = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  { memObjects, flags }: PortMigrateMemObjects,
): void => {
  out.begin(OP.MIGRATE, queue, slot, waits, memObjects.length)
  out.put(bitsOf(flags))
  out.put(memObjects.length)
  for (const memObject of memObjects) out.put(memObjectOf(memObject))
}

/** SVM_MIGRATE: flags, count, ranges. */
export const packSvmMigrate = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  { svmPointers, sizes, flags }: PortSvmMigrateMem,
): void => {
  out.begin(OP.SVM_MIGRATE, queue, slot, waits, 3 * svmPointers.length)
  out.put(bitsOf(flags))
  out.put(svmPointers.length)
  for (const [i, pointer] of svmPointers.entries()) {
    out.put(svmOf(pointer))
    out.put(pointer.byteOffset)
    out.put(sizes[i] ?? 0)
  }
}
