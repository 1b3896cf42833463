import { contractCases } from '@rxcl/core/testing'
import { describe, expect, it } from 'vitest'
import { emulator, type EmulatorOptions } from '../../src/index.ts'
import { hurriedScheduler } from '../support/hurried-scheduler.ts'

const latency = { default: { ms: 1, bytesPerMs: 32 }, Marker: { ms: 2 } }

const PROFILES: Readonly<Record<string, EmulatorOptions>> = {
  'every queue busy with one command': { latency },
  'one engine': { latency, device: { engines: 1 } },
  'two engines and a seed': { latency, device: { engines: 2 }, seed: 5 },
}

/** What time could put out of order. */
const GROUPS = [/order/, /markers/, /failure/, /random/, /data of buffers/, /maps/]

describe.each(Object.entries(PROFILES))('the contract on commands that take time, %s', (_, options) => {
  const cases = contractCases({ backend: () => emulator({ ...options, scheduler: hurriedScheduler() }), runs: 20 })
  const timed = cases.filter(({ group }) => GROUPS.some((pattern) => pattern.test(group)))

  it.each(timed.map((one) => [`${one.group}: ${one.name}`, one] as const))(
    '%s',
    { timeout: 20_000 },
    async (__, one) => {
      await expect(one.run()).resolves.toBe(undefined)
    },
  )
})
