import type * as t from 'io-ts'

/** What JSON can hold. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | {
      readonly [key: string]: Json
    }

/** Between a value of a command and JSON; undefined for what is left out there. */
export type JsonType<A> = t.Type<A, Json | undefined, unknown>
