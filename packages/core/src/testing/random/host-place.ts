import { pattern } from '../pattern.ts'
import { rangePlaces, type Places } from './places.ts'
import type { Step } from './step.ts'
import type { HostTwin, World } from './world.ts'

/** Host memory of a command: an array of the step's own, or a part of one that other commands use too. */
export interface HostPlace {
  readonly ptr: Uint8Array
  /** The same bytes of the oracle. */
  readonly bytes: Uint8Array
  readonly places: Places
  readonly isShared: boolean
}

const part = (memory: Uint8Array, bytes: Uint8Array, from: number, size: number, isShared: boolean): HostPlace => {
  const twin = bytes.subarray(from, from + size)
  return { ptr: memory.subarray(from, from + size), bytes: twin, places: rangePlaces(twin, 0, size), isShared }
}

/** The arrays that are still there. */
export const usableHosts = ({ hosts }: World): readonly HostTwin[] =>
  hosts.filter(({ allocation }) => allocation?.isFreed !== true)

export const hostPlace = (world: World, step: Step, size: number, seed: number): HostPlace => {
  const hosts = usableHosts(world)
  const host = hosts[step.host % (hosts.length + 1)]
  if (host === undefined || host.bytes.length < size)
    return part(pattern(size, seed), pattern(size, seed), 0, size, false)
  return part(host.memory, host.bytes, step.after % (host.bytes.length - size + 1), size, true)
}
