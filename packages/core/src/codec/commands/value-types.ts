import * as t from 'io-ts'
import type { Origin } from '../../model/box.ts'
import type { FillColor } from '../../model/commands/fill-image.ts'
import { MAP_FLAGS, type MapFlag } from '../../model/map-flag.ts'
import { MIGRATION_FLAGS, type MigrationFlag } from '../../model/migration-flag.ts'
import { oneOf } from '../one-of.ts'
import type { JsonType } from './json.ts'
import { List } from './list.ts'
import { AnyNumber } from './number.ts'
import { optional } from './optional.ts'

// The fields of commands that are no objects. Whether a number makes sense the validator says.

export const OptionalNumber = optional(AnyNumber)

/** Of one to three numbers; a region too. The lengths are the tuples'. */
export const OriginType = new List(AnyNumber, 'an array of 1 to 3 numbers', [1, 2, 3]) as List<number> &
  JsonType<Origin>

export const OptionalOrigin = optional<Origin>(OriginType)

export const ColorType = new List(AnyNumber, 'an array of 4 numbers, or of 1', [1, 4]) as List<number> &
  JsonType<FillColor>

export const OptionalSizes = optional<readonly number[]>(new List(AnyNumber, 'an array of numbers'))

export const OptionalMapFlags = optional<readonly MapFlag[]>(new List(oneOf(MAP_FLAGS), 'an array of flags'))

export const OptionalMigrationFlags = optional<readonly MigrationFlag[]>(
  new List(oneOf(MIGRATION_FLAGS), 'an array of flags'),
)

const Blocking = new t.Type<boolean, boolean, unknown>(
  'true or false',
  t.boolean.is,
  (input, context) => (t.boolean.is(input) ? t.success(input) : t.failure(input, context)),
  t.identity,
)

export const OptionalBoolean = optional(Blocking)
