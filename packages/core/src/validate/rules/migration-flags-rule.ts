import type { Either } from 'fp-ts/lib/Either.js'
import type { ClError } from '../../model/cl-error.ts'
import { MIGRATION_FLAGS, type MigrationFlag } from '../../model/migration-flag.ts'
import { readFlagList } from './flag-list.ts'

/** Known flags; both go together, and none means the device of the queue. */
export const readMigrationFlags = (
  command: string,
  value: unknown,
): Either<ClError<'CL_INVALID_VALUE'>, readonly MigrationFlag[]> =>
  readFlagList(command, 'flags', MIGRATION_FLAGS, value)
