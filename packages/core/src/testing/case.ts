import { defer, firstValueFrom, throwError, timeout } from 'rxjs'
import { CAPABILITIES, type Capability } from './capability.ts'
import type { Settings } from './settings.ts'
import { Workbench } from './workbench.ts'

/** One rule of the contract. */
export interface ContractCase {
  readonly group: string
  readonly name: string
  /** Rejects with an Error that says what was expected and what came. */
  readonly run: () => Promise<void>
}

/** A case before it knows its backend. */
export interface Draft {
  readonly group: string
  readonly name: string
  /** A device that lacks one of these is checked for refusing it instead. */
  readonly needs: readonly Capability[]
  readonly body: (bench: Workbench) => Promise<void>
}

/** Makes the drafts of one group. */
export const drafts =
  (group: string, ...needs: readonly Capability[]) =>
  (name: string, body: Draft['body'], ...more: readonly Capability[]): Draft => ({
    group,
    name,
    needs: [...needs, ...more],
    body,
  })

const runOn = async (bench: Workbench, draft: Draft): Promise<void> => {
  const missing = draft.needs.find((need) => !CAPABILITIES[need].present(bench.device))
  await (missing === undefined ? draft.body(bench) : CAPABILITIES[missing].expectRefusal(bench))
}

const runDraft = async (settings: Settings, draft: Draft): Promise<void> => {
  // What the cases show is the backend's order, not what core adds to it; some look on while a write is held back.
  const bench = new Workbench(settings, { hazards: 'off' })
  try {
    await firstValueFrom(
      defer(() => runOn(bench, draft)).pipe(
        timeout({
          first: settings.timeLimit,
          with: () => throwError(() => new Error(`did not end within ${settings.timeLimit} ms`)),
        }),
      ),
    )
  } finally {
    bench.release()
  }
}

export const contractCase = (settings: Settings, draft: Draft): ContractCase => ({
  group: draft.group,
  name: draft.name,
  run: () => runDraft(settings, draft),
})
