import type { StatusCode } from '@rxcl/core'
import type { CommandKind } from '../command/command-kind.ts'

/** A code by its name, or a negative 32-bit status, such as one of an extension. */
export type FaultCode = Exclude<StatusCode, 'CL_SUCCESS'> | number

/** What a driver may answer instead of an object; a negative number is a code without a name in the API. */
export type CallCode =
  | 'CL_MEM_OBJECT_ALLOCATION_FAILURE'
  | 'CL_OUT_OF_RESOURCES'
  | 'CL_OUT_OF_HOST_MEMORY'
  | 'CL_DEVICE_NOT_AVAILABLE'
  | number

/** The calls that a driver may refuse, by the names that errors give them. */
export const FAULTY_CALLS = [
  'createContext',
  'createCommandQueue',
  'createBuffer',
  'createSubBuffer',
  'createImage',
  'svmAlloc',
  'createUserEvent',
] as const

/** A call that a driver may refuse. */
export type FaultyCall = (typeof FAULTY_CALLS)[number]

/** Which ones of the things that are counted. */
export interface Nth {
  /** The first that it happens to, counted from 1: 1. */
  readonly nth?: number
  /** To so many in a row, of those that are counted: 1. */
  readonly times?: number
}

/**
 * Which commands. They are counted in the order in which they are submitted, over all contexts of the emulator: a program
 * that tries again meets the next number. Each fault counts by itself.
 */
export interface WhichCommands extends Nth {
  /** Commands of this kind; of any kind. */
  readonly command?: CommandKind
  /** Commands of queues on this device, an index into `devices()`; on any. */
  readonly device?: number
}

/**
 * The driver refuses a command: its event goes from QUEUED to `code`, once what the command waits for is complete, and
 * nothing of it happens. Where what it waits for fails, it ends with -14 as any other.
 */
export interface FailEnqueue extends WhichCommands {
  readonly _tag: 'FailEnqueue'
  readonly code: FaultCode
}

/**
 * A command fails while it is RUNNING, at the end of its time where it takes any. The first `bytes` of what it moves, row by
 * row, have been moved by then: 0. Those behind it in its queue or with it on their wait list end with -14.
 */
export interface FailExecution extends WhichCommands {
  readonly _tag: 'FailExecution'
  readonly code: FaultCode
  readonly bytes?: number
}

/** A command takes longer by so many milliseconds of the scheduler, during which it is RUNNING and its queue is busy. */
export interface Delay extends WhichCommands {
  readonly _tag: 'Delay'
  readonly ms: number
}

/** The driver refuses a call, counted over all contexts. CL_DEVICE_NOT_AVAILABLE is a code of createContext only. */
export interface FailCall extends Nth {
  readonly _tag: 'FailCall'
  readonly call: FaultyCall
  readonly code: CallCode
}

/**
 * A device has only so many bytes, whatever its profile says: what would pass them, counted over all objects that its
 * contexts hold at a time, is refused with CL_MEM_OBJECT_ALLOCATION_FAILURE.
 */
export interface OutOfMemory {
  readonly _tag: 'OutOfMemory'
  readonly bytes: number
  /** An index into `devices()`; every device. */
  readonly device?: number
}

/**
 * A device is gone once `after` commands have completed on it (0: from the start), for as long as the emulator is there.
 * Every other command on it, in flight or later, ends with `code`: CL_OUT_OF_RESOURCES, which is what the functions that
 * enqueue and create list. Memory and queues cannot be made for it any more, with CL_OUT_OF_RESOURCES; nor can contexts,
 * with CL_DEVICE_NOT_AVAILABLE. `devices()` still lists it. Objects are released as ever.
 */
export interface LoseDevice {
  readonly _tag: 'LoseDevice'
  readonly after: number
  /** An index into `devices()`: 0. */
  readonly device?: number
  readonly code?: FaultCode
}

/** Something that goes wrong, as data. The same faults and the same program give the same failures, with a seed too. */
export type Fault = FailEnqueue | FailExecution | Delay | FailCall | OutOfMemory | LoseDevice
