import type * as t from 'io-ts'
import { COMMAND_KINDS } from '../command/command-kind.ts'
import { allowed, options } from '../device/option-types.ts'
import { LONGEST_MS, type Latency, type LatencyModel } from './latency.ts'

export const milliseconds = allowed(
  `a number of milliseconds from 0 to ${LONGEST_MS}`,
  (given): given is number => typeof given === 'number' && given >= 0 && given <= LONGEST_MS,
)

const bytesPerMs = allowed(
  'a number of bytes above 0',
  (given): given is number => typeof given === 'number' && given > 0,
)

const latency: t.Type<Latency, unknown, unknown> = options({ ms: milliseconds, bytesPerMs })

/** A LatencyModel: which kinds there are is known. */
export const latencyModel: t.Type<LatencyModel, unknown, unknown> = options(
  Object.fromEntries(['default', ...COMMAND_KINDS].map((kind) => [kind, latency])),
)
