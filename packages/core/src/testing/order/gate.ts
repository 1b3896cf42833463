import { right } from '../expect.ts'
import type { ClUserEvent } from '../../index.ts'
import type { Workbench } from '../workbench.ts'

/** A user event that holds commands back until it is opened. */
export interface Gate {
  readonly event: ClUserEvent
  open(): void
  fail(status: number): void
}

export const gateOf = (bench: Workbench): Gate => {
  const event = bench.userEvent()
  return {
    event,
    open: () => right('complete', event.complete()),
    fail: (status) => right('fail', event.fail(status)),
  }
}
