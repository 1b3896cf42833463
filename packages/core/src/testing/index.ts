export type { ContractCase } from './case.ts'
export { contractCases } from './contract-cases.ts'
export { runContract, type ContractReport, type ContractResult, type FailedCase } from './run-contract.ts'
export type { ContractOptions } from './settings.ts'
