import type { Backend } from '../index.ts'

export interface ContractOptions {
  /** A fresh backend for every case. */
  readonly backend: () => Backend
  /** Of the random programs; the same seed gives the same programs. 1 without it. */
  readonly seed?: number
  /** How many random programs each property runs. 30 without it. */
  readonly runs?: number
  /** Milliseconds that one case may take before it counts as failed. 10,000 without it. */
  readonly timeLimit?: number
}

/** The options with every default filled in. */
export type Settings = Required<ContractOptions>

export const settingsOf = (options: ContractOptions): Settings => ({
  backend: options.backend,
  seed: options.seed ?? 1,
  runs: options.runs ?? 30,
  timeLimit: options.timeLimit ?? 10_000,
})
