import { expect, it, vi } from 'vitest'
import { describeWithDriver } from '../driver.ts'
import { ran, runProgram } from './run-program.ts'

vi.setConfig({ testTimeout: 60_000 })

describeWithDriver('a process with the addon', () => {
  it('stays alive until its commands have ended, and no longer', async () => {
    expect(await runProgram('alive')).toEqual(ran('ended 60, in flight 0\n'))
  })

  it('ends at once where there are none', async () => {
    expect(await runProgram('alive', ['idle'])).toEqual(ran('ended 0, in flight 0\n'))
  })

  it('does not stay alive for abandoned commands', async () => {
    const { end, stdout, stderr } = await runProgram('alive', ['abandoned'])
    expect({ end, stderr }).toEqual({ end: 0, stderr: '' })
    const [, ended, inFlight] = /ended (\d+), in flight (\d+)/.exec(stdout) ?? []
    expect(Number(ended) + Number(inFlight)).toBe(60)
    expect(Number(inFlight)).toBeGreaterThan(0)
  })

  it('sees what its listener throws as uncaught exceptions, once each', async () => {
    const lines = [1, 2].map((call) => `uncaughtException: thrown by the listener ${call}\n`)
    expect(await runProgram('listener-throws', ['caught'])).toEqual(ran(lines.join('')))
  })

  it('ends by what its listener throws where nobody catches it', async () => {
    const { end, stderr } = await runProgram('listener-throws')
    expect(end).toBe(1)
    expect(stderr).toContain('Error: thrown by the listener 1')
  })

  it('can exit while commands run', async () => {
    expect(await runProgram('exit')).toEqual({ end: 7, stdout: 'busy\n', stderr: '' })
  })

  it('can end by an exception while commands run', async () => {
    const { end, stdout, stderr } = await runProgram('exit', ['throw'])
    expect({ end, stdout }).toEqual({ end: 1, stdout: 'busy\n' })
    expect(stderr).toContain('thrown while commands run')
  })

  it.each([
    ['eight workers at once', 'together'],
    ['eight workers that are terminated while commands run', 'terminate'],
    ['eight workers one after another, with no environment in between', 'one-by-one'],
  ])('serves %s', async (_, mode) => {
    expect(await runProgram('workers', [mode])).toEqual(ran(`${Array.from({ length: 8 }, () => 'same').join(' ')}\n`))
  })

  it('keeps the arrays of commands in flight from the garbage collector', async () => {
    const expected = { same: 20, different: 0, failed: 0 }
    expect(await runProgram('collect', [], ['--expose-gc'])).toEqual(ran(`${JSON.stringify(expected)}\n`))
  })

  it('keeps memory that a buffer is made over until the driver has let go of it, and not longer', async () => {
    const expected = { isKept: true, isMapped: true, isGone: true, length: 0 }
    expect(await runProgram('mapped', ['collect'], ['--expose-gc'])).toEqual(ran(`${JSON.stringify(expected)}\n`))
  })

  it('can end while memory is mapped', async () => {
    expect(await runProgram('mapped', ['exit'])).toEqual(ran('kept\n'))
  })

  it('has workers that end while memory is mapped', async () => {
    expect(await runProgram('mapped', ['worker'])).toEqual(ran('0 0 0 0\n'))
  })
})
