export type * from './backend.ts'
export type * from './commands.ts'
