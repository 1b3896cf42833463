import type { Profile } from '@rxcl/core'

/** When a command of a profiling queue changed its state, in milliseconds of the device's clock. */
export interface Stamps {
  queued: number
  submit: number
  start: number
  end: number
}

export const stampsFrom = (queued: number): Stamps => ({ queued, submit: queued, start: queued, end: queued })

const nanoseconds = (ms: number): bigint => BigInt(Math.round(ms * 1e6))

export const profileOf = ({ queued, submit, start, end }: Stamps): Profile => ({
  queued: nanoseconds(queued),
  submit: nanoseconds(submit),
  start: nanoseconds(start),
  end: nanoseconds(end),
})
