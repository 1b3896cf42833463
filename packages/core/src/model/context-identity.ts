import type { ClDevice } from './device.ts'

/** What an object knows of the context that made it. */
export interface ContextIdentity {
  readonly devices: readonly ClDevice[]
  readonly released: boolean
}
