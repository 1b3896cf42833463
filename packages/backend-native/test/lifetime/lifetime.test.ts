import { expect, it, vi } from 'vitest'
import { ran } from '../binding/run-program.ts'
import { describeWithDriver } from '../driver.ts'
import { runScript } from '../support/run-script.ts'

// Through the public API of the compiled packages: `tsc -b` comes first. What the addon does alone is in test/binding.
vi.setConfig({ testTimeout: 120_000 })

const run = (program: string, ...args: readonly string[]) => runScript(`test/lifetime/programs/${program}.mjs`, args)

const MIB = 2 ** 20
/** Resident memory moves by this much without a leak. */
const FLAT = 8 * MIB

const growth = async (kind: string, count: number): Promise<number> => {
  const { end, stdout, stderr } = await run('rounds', kind, String(count))
  expect({ end, stderr }).toEqual({ end: 0, stderr: '' })
  return Number(stdout)
}

describeWithDriver('resident memory', () => {
  it('is flat over 100,000 buffers made and released', async () => {
    expect(await growth('buffers', 100_000)).toBeLessThan(FLAT)
  })

  it('is flat over 2,000 contexts with a command each', async () => {
    expect(await growth('contexts', 2000)).toBeLessThan(FLAT)
  })

  it('grows by 100,000 buffers that are kept: a control', async () => {
    expect(await growth('leak', 100_000)).toBeGreaterThan(4 * FLAT)
  })
})

describeWithDriver('what a program abandons', () => {
  it.each([
    ['a flow that is left while its commands run', 'unsubscribed'],
    ['a context that nobody holds', 'dropped'],
  ])('%s is given back', async (_what, how) => {
    expect(await run('abandoned', how)).toEqual(ran('held, then 0\n'))
  })

  it('a flow that waits for an event that nobody completes does not keep the process alive', async () => {
    expect(await run('abandoned', 'waiting')).toEqual(ran('status 2\n'))
  })
})

describeWithDriver('a subscriber that throws', () => {
  it('is an uncaught exception, once, and takes nothing from the others', async () => {
    const { end, stdout, stderr } = await run('thrown')
    expect({ end, stderr }).toEqual({ end: 0, stderr: '' })
    const lines = stdout.trimEnd().split('\n')
    expect(lines.toSorted()).toEqual(['bytes 1,2,3', 'complete', 'held 0', 'uncaught: thrown by a subscriber'])
  })
})

describeWithDriver('a process whose commands run', () => {
  it('can exit', async () => {
    expect(await run('exit')).toEqual({ end: 7, stdout: 'busy\n', stderr: '' })
  })

  it('can end by an exception', async () => {
    const { end, stdout, stderr } = await run('exit', 'throw')
    expect({ end, stdout }).toEqual({ end: 1, stdout: 'busy\n' })
    expect(stderr).toContain('thrown while commands run')
  })
})

describeWithDriver('worker threads', () => {
  it.each([
    ['eight at once', 'together'],
    ['eight at once that are terminated while their commands run', 'terminate'],
  ])('%s each have the device, and the main thread after them', async (_what, how) => {
    const answers = Array.from({ length: 8 }, () => 'same').join(' ')
    expect(await run('workers', how)).toEqual(ran(`${answers} complete\n`))
  })
})
