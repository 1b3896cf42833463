import type { AnyCommand, ClDevice, DeviceVersion } from '../../index.ts'
import { isFrom } from '../version-capabilities.ts'
import type { Mapping } from './mapping.ts'
import { anyMeet, bytesAt, putBytes, type Places } from './places.ts'

/** A step as a command, with what the oracle says of it. */
export interface Planned {
  readonly command: AnyCommand
  /** The code it must be refused with; undefined for a valid one. */
  readonly refusal: string | undefined
  /** The bytes that it reads and writes, of the device and of the host, as places in the oracle's memory. */
  readonly reads: readonly Places[]
  readonly writes: readonly Places[]
  /** Does it to the oracle's memory; gives what a read must emit or the host memory it must fill. */
  readonly apply: () => Uint8Array | undefined
  /** The host memory of the command that `apply` foretells; undefined for what the flow emits. */
  readonly host?: Uint8Array | undefined
  /** What a map begins and an unmap ends. */
  readonly mapping?: Mapping | undefined
}

const NOTHING: readonly Places[] = []

/** A command that moves nothing. */
export const idle = (command: AnyCommand, refusal?: string): Planned => ({
  command,
  refusal,
  reads: NOTHING,
  writes: NOTHING,
  apply: () => undefined,
})

/** A command that takes bytes from one place to another, in their order. */
export const moving = (command: AnyCommand, refusal: string | undefined, src: Places, dst: Places): Planned => ({
  command,
  refusal,
  reads: [src],
  writes: [dst],
  apply: () => {
    putBytes(dst, bytesAt(src))
    return undefined
  },
})

/** A command that repeats bytes. */
export const filling = (command: AnyCommand, refusal: string | undefined, dst: Places, bytes: Uint8Array): Planned => ({
  command,
  refusal,
  reads: NOTHING,
  writes: [dst],
  apply: () => {
    putBytes(dst, bytes)
    return undefined
  },
})

/** Whether the second must wait for the first. */
export const conflicts = (first: Planned, second: Planned): boolean =>
  anyMeet(first.writes, second.writes) || anyMeet(first.writes, second.reads) || anyMeet(first.reads, second.writes)

/** The code of a command that came with a later version than the device has. */
export const versionCode = (device: ClDevice, since: DeviceVersion): string | undefined =>
  isFrom(device, since) ? undefined : 'CL_INVALID_OPERATION'
