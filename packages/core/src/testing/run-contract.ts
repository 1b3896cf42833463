import type { ContractCase } from './case.ts'
import { contractCases } from './contract-cases.ts'
import type { ContractOptions } from './settings.ts'

export interface FailedCase {
  readonly case: ContractCase
  readonly error: unknown
}

export interface ContractResult {
  readonly passed: readonly ContractCase[]
  readonly failed: readonly FailedCase[]
}

/** Told after each case; `error` is undefined for one that passed. */
export type ContractReport = (done: ContractCase, error: unknown) => void

/** Runs every case, one after another, for programs without a test framework. */
export const runContract = async (options: ContractOptions, report?: ContractReport): Promise<ContractResult> => {
  const passed: ContractCase[] = []
  const failed: FailedCase[] = []
  for (const one of contractCases(options)) {
    try {
      await one.run()
      passed.push(one)
      report?.(one, undefined)
    } catch (error) {
      failed.push({ case: one, error })
      report?.(one, error)
    }
  }
  return { passed, failed }
}
