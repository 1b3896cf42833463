import type { PageCommand, PageData } from '../src/timeline/page/page-data.ts'

/** The page's data with what is looked up in it. */
export interface Timeline extends PageData {
  readonly byId: ReadonlyMap<number, PageCommand>
  /** The ids of the commands that wait for a command. */
  readonly waiters: ReadonlyMap<number, readonly number[]>
  /** The commands of the critical path, each with the one before it. */
  readonly critical: ReadonlyMap<number, number | undefined>
  /** Per lane, per row: its commands by their start. */
  readonly rows: readonly (readonly (readonly PageCommand[])[])[]
}

const rowsOf = ({ lanes, commands }: PageData): readonly (readonly (readonly PageCommand[])[])[] => {
  const rows = lanes.map((lane) => Array.from({ length: lane.rows }, (): PageCommand[] => []))
  for (const command of commands) rows[command.lane]?.[command.row]?.push(command)
  for (const lane of rows) for (const row of lane) row.sort((a, b) => a.start - b.start || a.id - b.id)
  return rows
}

export const readData = (json: string): Timeline => {
  const data = JSON.parse(json) as PageData
  const waiters = new Map<number, number[]>()
  for (const { id, waits } of data.commands)
    for (const wait of waits) {
      const known = waiters.get(wait.id)
      if (known === undefined) waiters.set(wait.id, [id])
      else known.push(id)
    }
  return {
    ...data,
    byId: new Map(data.commands.map((command) => [command.id, command])),
    waiters,
    critical: new Map(data.path.ids.map((id, place) => [id, data.path.ids[place - 1]])),
    rows: rowsOf(data),
  }
}
