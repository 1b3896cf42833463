export type * from './backend.ts'
export type * from './commands.ts'
export { EventTable } from './event-table.ts'
