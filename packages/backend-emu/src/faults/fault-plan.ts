import { STATUS_CODES } from '@rxcl/core'
import type { PortFailure } from '@rxcl/core/port'
import type { CommandKind } from '../command/command-kind.ts'
import { NO_FATE, type Fate } from './fate.ts'
import type { Delay, FailCall, FailEnqueue, FailExecution, Fault, FaultCode, FaultyCall, Nth } from './fault.ts'

type CommandFault = FailEnqueue | FailExecution | Delay

interface Counted<F extends Nth> {
  readonly fault: F
  /** How many there have been of what it counts. */
  count: number
}

export const statusOf = (code: FaultCode): number => (typeof code === 'number' ? code : STATUS_CODES[code])

/** Counts one more, and says whether the fault happens to it. */
const strikes = (counted: Counted<Nth>): boolean => {
  const { nth = 1, times = 1 } = counted.fault
  counted.count += 1
  return counted.count >= nth && counted.count < nth + times
}

/** Of two faults of one command the one given first decides how it fails; what they add to its time adds up. */
const struckBy = (fate: Fate, fault: CommandFault): Fate => {
  switch (fault._tag) {
    case 'FailEnqueue':
      return fate.refusal === 0 ? { ...fate, refusal: statusOf(fault.code) } : fate
    case 'FailExecution':
      return fate.failure === 0 ? { ...fate, failure: statusOf(fault.code), bytes: fault.bytes ?? 0 } : fate
    case 'Delay':
      return { ...fate, delay: fate.delay + fault.ms }
  }
}

const isOfCommand = (fault: Fault): fault is CommandFault =>
  fault._tag === 'FailEnqueue' || fault._tag === 'FailExecution' || fault._tag === 'Delay'

/** The faults of one emulator that are counted, and how far. */
export class FaultPlan {
  readonly #ofCommands: readonly Counted<CommandFault>[]
  readonly #ofCalls: readonly Counted<FailCall>[]

  constructor(faults: readonly Fault[]) {
    this.#ofCommands = faults.filter((fault) => isOfCommand(fault)).map((fault) => ({ fault, count: 0 }))
    this.#ofCalls = faults.filter((fault) => fault._tag === 'FailCall').map((fault) => ({ fault, count: 0 }))
  }

  /** The fate of the next command to be submitted; undefined where nothing is wrong with it. */
  nextCommand(kind: CommandKind, device: number): Fate | undefined {
    let fate: Fate | undefined = undefined
    for (const counted of this.#ofCommands) {
      const { fault } = counted
      if (fault.command !== undefined && fault.command !== kind) continue
      if (fault.device !== undefined && fault.device !== device) continue
      if (strikes(counted)) fate = struckBy(fate ?? NO_FATE, fault)
    }
    return fate
  }

  /** What the next call of a function answers; undefined where nothing is wrong with it. */
  nextCall(call: FaultyCall): PortFailure | undefined {
    let failure: PortFailure | undefined = undefined
    for (const counted of this.#ofCalls)
      if (counted.fault.call === call && strikes(counted))
        failure ??= {
          status: statusOf(counted.fault.code),
          message: `Call ${counted.count} of ${call} fails, as the emulator's option faults says.`,
        }
    return failure
  }
}
