export type { Backend } from './port/backend.ts'
