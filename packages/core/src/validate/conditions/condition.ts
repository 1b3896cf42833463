import type { StatusCode } from '../../model/status-codes.ts'

/**
 * Who finds that a condition holds: the library before the command leaves it, only the device, or nobody, because the
 * API has no way to write it.
 */
export type CheckedBy = 'host' | 'device' | 'not-expressible'

/** One reason for which a command or call may fail. */
export interface Condition {
  /** Unique within its table. */
  readonly id: string
  readonly code: StatusCode
  readonly when: string
  readonly checked: CheckedBy
  /** Why the library does not check it, or where its rule comes from. */
  readonly why?: string
  /** A rule of this library, not of the specification. */
  readonly beyondSpec?: true
  /** The id of another row: both come from one sentence of the specification. */
  readonly partOf?: string
}

/** Every reason for which one command or call may fail. */
export interface ConditionTable {
  /** As in `ClError.command`. */
  readonly command: string
  /** The function of the specification. */
  readonly function: string
  readonly conditions: readonly Condition[]
}

/** The ids of the conditions that the library checks. */
export type HostConditionId<Table extends ConditionTable> = Extract<
  Table['conditions'][number],
  { readonly checked: 'host' }
>['id']
