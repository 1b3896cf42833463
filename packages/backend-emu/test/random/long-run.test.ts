import { contractCases } from '@rxcl/core/testing'
import { describe, expect, it } from 'vitest'
import { emulator, type EmulatorOptions } from '../../src/index.ts'

/** So many programs of each kind on each seed; one takes 2 to 4 ms. */
const RUNS = 60

/** Each seed is another order, other programs and another kind of device. */
const DEVICES: readonly EmulatorOptions[] = [
  {},
  { devices: 2 },
  { sliceBytes: 3 },
  { device: { svm: 'coarse' }, devices: 2, sliceBytes: 16 },
  { devices: [{}, { type: 'gpu', memBaseAddrAlign: 256, imagePitchAlignment: 8, imageBaseAddressAlignment: 8 }] },
  { device: { version: '1.2' } },
  { device: { version: '2.0', imageSupport: false } },
  { devices: 3 },
]

const GROUPS = ['random programs', 'random programs without waits']

const casesOf = (options: EmulatorOptions, seed: number) =>
  contractCases({ backend: () => emulator({ ...options, seed }), seed, runs: RUNS, timeLimit: 30_000 }).filter(
    ({ group }) => GROUPS.includes(group),
  )

for (const [index, options] of DEVICES.entries())
  describe(`the long run on ${JSON.stringify(options)}`, () => {
    for (const one of casesOf(options, 101 + index))
      it(`${one.group}: ${one.name}`, { timeout: 30_000 }, async () => {
        await expect(one.run()).resolves.toBeUndefined()
      })
  })

describe('the long run', () => {
  it('has the programs of both groups', () => {
    expect(casesOf({}, 1).map(({ group }) => group)).toEqual([
      ...Array.from({ length: 4 }, () => GROUPS[0]),
      ...Array.from({ length: 5 }, () => GROUPS[1]),
    ])
  })
})
