/** A value of the details of a slice. */
export type TraceArgument = string | number | boolean | readonly string[]

/** What all events have: places on the screen. */
interface Placed {
  readonly name: string
  /** The device, from 1. */
  readonly pid: number
  /** A row of a queue's lane, from 1. */
  readonly tid: number
}

/** A slice: one command. */
export interface TraceSlice extends Placed {
  readonly ph: 'X'
  readonly cat: string
  /** Microseconds. */
  readonly ts: number
  /** Microseconds. */
  readonly dur: number
  readonly args: Readonly<Record<string, TraceArgument>>
}

/** The beginning or the end of an arrow: one wait. */
export interface TraceArrow extends Placed {
  readonly ph: 's' | 'f'
  readonly cat: string
  /** The same at both ends. */
  readonly id: number
  /** Microseconds. */
  readonly ts: number
  /** There at the end: the arrow points at the slice around it. */
  readonly bp?: 'e'
}

/** The name of a device or row. */
export interface TraceName extends Placed {
  readonly ph: 'M'
  readonly args: { readonly name: string } | { readonly sort_index: number }
}

/** An event of the Trace Event Format. */
export type TraceEvent = TraceSlice | TraceArrow | TraceName

/** A whole file, to be written with JSON.stringify. */
export interface TraceFile {
  readonly displayTimeUnit: 'ns'
  readonly traceEvents: readonly TraceEvent[]
}
