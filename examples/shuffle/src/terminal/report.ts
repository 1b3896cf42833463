import Table from 'cli-table3'
import type { Measure } from '../device/meter.ts'

const whole = new Intl.NumberFormat('en-US')

/** Nanoseconds as milliseconds; the dash stands for commands that have no event to ask. */
const inMilliseconds = (nanoseconds: bigint | undefined): string =>
  nanoseconds === undefined ? '-' : `${(Number(nanoseconds) / 1e6).toFixed(3)} ms`

/** A table of what the device did: one row per kind of command and a sum. */
export const reportMeasures = (measures: readonly Measure[], wallMilliseconds: number): string => {
  const table = new Table({
    head: ['command', 'count', 'bytes', 'device time'],
    colAligns: ['left', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  })
  const sum = (part: (measure: Measure) => number): number =>
    measures.reduce((total, measure) => total + part(measure), 0)
  for (const { kind, count, bytes, nanoseconds } of measures)
    table.push([kind, whole.format(count), whole.format(bytes), inMilliseconds(nanoseconds)])
  table.push([
    `all, in ${wallMilliseconds.toFixed(0)} ms of wall time`,
    whole.format(sum(({ count }) => count)),
    whole.format(sum(({ bytes }) => bytes)),
    inMilliseconds(measures.reduce((total, { nanoseconds }) => total + (nanoseconds ?? 0n), 0n)),
  ])
  return table.toString()
}
