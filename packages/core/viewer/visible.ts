import type { PageCommand } from '../src/timeline/page/page-data.ts'
import { xOf, type View } from './view.ts'

/** One bar: a command, or neighbours that are too short to be told apart. */
export interface Bar {
  readonly commands: readonly [PageCommand, ...PageCommand[]]
  readonly x: number
  readonly width: number
}

/** Shorter bars join those next to them. */
const SHORT = 2
const LEAST_WIDTH = 2

/** The first command of a row that ends after a time. */
const firstAfter = (row: readonly PageCommand[], time: number): number => {
  let low = 0
  let high = row.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((row[middle]?.end ?? 0) < time) low = middle + 1
    else high = middle
  }
  return low
}

/** The bars of a row in a view: at most about one for two pixels, however many commands there are. */
export const visibleBars = (row: readonly PageCommand[], view: View): readonly Bar[] => {
  const bars: Bar[] = []
  let group: { commands: [PageCommand, ...PageCommand[]]; x: number; end: number } | undefined
  const close = (): void => {
    if (group !== undefined)
      bars.push({ commands: group.commands, x: group.x, width: Math.max(LEAST_WIDTH, group.end - group.x) })
    group = undefined
  }
  for (let index = firstAfter(row, view.from); index < row.length; index += 1) {
    const command = row[index]
    if (command === undefined || command.start > view.to) break
    const x = xOf(view, command.start)
    const end = xOf(view, command.end)
    if (end - x >= SHORT) {
      close()
      bars.push({ commands: [command], x, width: end - x })
    } else if (group !== undefined && x - group.end < SHORT) {
      group.commands.push(command)
      group.end = Math.max(group.end, end)
    } else {
      close()
      group = { commands: [command], x, end }
    }
  }
  close()
  return bars
}
