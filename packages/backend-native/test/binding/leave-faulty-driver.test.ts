import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { describeWithDriver } from '../driver.ts'
import { BLOCKED, HUNG, INLINE, LATE_CALLBACK, compileFaultyDriver } from './faulty-driver/build.ts'
import { runProgram } from './run-program.ts'

const PATIENCE = 5000

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describeWithDriver('a worker that is ended', () => {
  let folder: string
  let library: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rxcl-faulty-'))
    library = compileFaultyDriver(folder, '3.0')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const leave = async (...args: readonly (string | number)[]): Promise<{ drained: number; took: number }> => {
    const { end, stdout, stderr } = await runProgram('leave-faulty-worker', [library, ...args.map(String)])
    expect({ end, stderr }).toEqual({ end: 0, stderr: '' })
    return JSON.parse(stdout) as { drained: number; took: number }
  }

  it('with nothing in flight goes at once', async () => {
    const { drained, took } = await leave(INLINE, 1)
    expect(drained).toBe(1)
    expect(took).toBeLessThan(PATIENCE / 2)
  })

  it('before a callback of a drained command has come goes at once and survives the callback', async () => {
    const { drained, took } = await leave(LATE_CALLBACK, 1)
    expect(drained).toBe(1)
    expect(took).toBeLessThan(PATIENCE / 2)
  })

  it('behind a command that runs for ever gives the driver some seconds, and goes', async () => {
    const { drained, took } = await leave(HUNG, 1)
    expect(drained).toBe(0)
    expect(took).toBeGreaterThan(PATIENCE * 0.9)
  })

  it('behind an abandoned command that runs for ever gives it less', async () => {
    const { drained, took } = await leave(HUNG, 1, 'abandon')
    expect(drained).toBe(0)
    expect(took).toBeLessThan(PATIENCE / 2)
  })

  it('while the driver does not return from a call gives it some seconds, and goes', async () => {
    const { drained, took } = await leave(BLOCKED, 33)
    expect(drained).toBe(0)
    expect(took).toBeGreaterThan(PATIENCE * 0.9)
  })

  it('while the driver does not return from a call, with everything abandoned, gives it less', async () => {
    const { drained, took } = await leave(BLOCKED, 33, 'abandon')
    expect(drained).toBe(0)
    expect(took).toBeLessThan(PATIENCE / 2)
  })

  it.each([[[]], [['abandon']]])(
    'like a process, %j, that exits while the driver does not return from a call',
    async (how) => {
      expect(await runProgram('exit-blocked', [library, String(BLOCKED), ...how])).toEqual({
        end: 7,
        stdout: 'in flight 33\n',
        stderr: '',
      })
    },
  )
})
