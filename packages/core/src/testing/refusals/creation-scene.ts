import type { Either } from 'fp-ts/lib/Either.js'
import type { ClError } from '../../index.ts'
import type { Capability } from '../capability.ts'
import { drafts, type Draft } from '../case.ts'
import { expectLeft } from '../expect.ts'
import type { Workbench } from '../workbench.ts'

/** One call that must be refused. */
export interface CreationRefusal {
  readonly call: string
  readonly name: string
  readonly code: string
  readonly status: number
  readonly needs?: readonly Capability[]
  readonly attempt: (bench: Workbench) => Either<ClError, unknown> | Promise<Either<ClError, unknown>>
}

const draft = drafts('refusals of creation')

/** A case per row: the call is refused with this code, and the context works on. */
export const creationDrafts = (rows: readonly CreationRefusal[]): readonly Draft[] =>
  rows.map((row) =>
    draft(
      `${row.call} ${row.name} is ${row.code}`,
      async (bench) => {
        const { code, status, call } = row
        expectLeft(call, await row.attempt(bench), { code, status, command: call, origin: 'validation' })
        const buffer = await bench.buffer(new Uint8Array(8))
        await bench.contents(buffer)
      },
      ...(row.needs ?? []),
    ),
  )
