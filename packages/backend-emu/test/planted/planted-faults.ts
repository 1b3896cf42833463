import type { Fault } from '../faulty-backend.ts'

/** By name: the group of contract cases that must find a fault, and the fault. */
export type PlantedFaults = Readonly<Record<string, readonly [string, Fault]>>

/** Commands in any order that the specification allows. */
export const seeded: Fault = { options: { seed: 5 } }
