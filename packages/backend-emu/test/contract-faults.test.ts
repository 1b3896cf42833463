import { contractCases, runContract } from '@rxcl/core/testing'
import { describe, expect, it } from 'vitest'
import { emulator } from '../src/index.ts'
import { faultyBackend, type Fault } from './faulty-backend.ts'
import { CREATION_FAULTS } from './planted/creation-faults.ts'
import { DATA_FAULTS } from './planted/data-faults.ts'
import { FILL_FAULTS } from './planted/fill-faults.ts'
import { MAP_FAULTS } from './planted/map-faults.ts'
import { ORDER_FAULTS } from './planted/order-faults.ts'
import { seeded, type PlantedFaults } from './planted/planted-faults.ts'

/** A fault, and the group of cases that must find it. */
const FAULTS: PlantedFaults = {
  ...ORDER_FAULTS,
  ...DATA_FAULTS,
  ...FILL_FAULTS,
  ...MAP_FAULTS,
  ...CREATION_FAULTS,
}

const faultOf = (name: string): Fault => {
  const [, fault] = FAULTS[name] ?? []
  if (fault === undefined) throw new Error(`no fault has the name ${name}`)
  return fault
}

const failuresOf = async (group: string, fault: Fault, timeLimit = 600): Promise<readonly unknown[]> => {
  const errors: unknown[] = []
  const cases = contractCases({ backend: () => faultyBackend(fault), timeLimit, runs: 10 })
  for (const one of cases.filter((candidate) => candidate.group === group))
    await one.run().catch((error: unknown) => errors.push(error))
  return errors
}

describe('a fault of a backend is found', () => {
  it.each(Object.entries(FAULTS))('%s', { timeout: 30_000 }, async (_, [group, fault]) => {
    expect(await failuresOf(group, fault)).not.toEqual([])
  })

  const groups = [...new Set(Object.values(FAULTS).map(([group]) => group))]
  it.each(groups)('and where there is none nothing is: %s', { timeout: 30_000 }, async (group) => {
    expect(await failuresOf(group, seeded, 10_000)).toEqual([])
  })
})

describe('what a failed case says', () => {
  it('names a case that does not end', async () => {
    const errors = await failuresOf('profiling', { settled: () => [] })
    expect(errors.map(String)).toContain('Error: did not end within 600 ms')
  })

  it('gives the seed and the smallest program that fast-check found', async () => {
    const fault = faultOf('wait lists are not kept')
    const errors = await failuresOf('random programs', fault)
    expect(errors.map(String).join('\n')).toMatch(/seed: 1.*Counterexample: \[\[\{"kind":.*Got.*expected/s)
  })

  it('names the first byte that differs', async () => {
    const fault = faultOf('copies of buffers are a byte short')
    const errors = await failuresOf('data of buffers', fault)
    expect(errors.map(String).join('\n')).toMatch(
      /copyBuffer of 97 bytes from 0 to 0: destination: first difference at byte 96 of 97/,
    )
  })
})

describe('runContract', () => {
  it('passes every case on the emulator and reports each', { timeout: 60_000 }, async () => {
    const reported: unknown[] = []
    const { passed, failed } = await runContract({ backend: () => emulator(), runs: 5 }, (_, error) =>
      reported.push(error),
    )
    expect(failed).toEqual([])
    expect(passed).toHaveLength(contractCases({ backend: () => emulator() }).length)
    expect(reported).toEqual(passed.map(() => undefined))
  })

  it('lists what failed with its error', { timeout: 60_000 }, async () => {
    const fault = faultOf('commands start before they are submitted')
    const { failed } = await runContract({ backend: () => faultyBackend(fault), runs: 1 })
    expect(failed.map((one) => one.case.name)).toContain('the stamps of a command are in order')
    expect(failed.every((one) => one.error instanceof Error)).toBe(true)
  })

  it('names every case once', () => {
    const names = contractCases({ backend: () => emulator() }).map((one) => `${one.group}: ${one.name}`)
    expect(new Set(names).size).toBe(names.length)
  })
})
