import { describe, expect, it, vi } from 'vitest'
import { ran } from '../binding/run-program.ts'
import { describeWithDriver } from '../driver.ts'
import { runScript } from '../support/run-script.ts'

// These run the compiled packages: `tsc -b` comes first.
vi.setConfig({ testTimeout: 120_000 })

const fuzz = (...args: readonly string[]) => runScript('scripts/fuzz.mjs', args)

describe('random programs through the public API come to their end', () => {
  it('on the emulator', async () => {
    expect(await fuzz('--backend', 'emu', '--programs', '150')).toEqual(ran('150 programs on emu came to their end\n'))
  })
})

describeWithDriver('random programs through the public API come to their end', () => {
  it('on the driver of this computer, and give back all of its objects', async () => {
    expect(await fuzz('--programs', '600')).toEqual(ran('600 programs on native came to their end\n'))
  })
})

describe('a program', () => {
  const play = async (seed: number) => {
    const { stdout } = await runScript('test/fuzz/programs/play.mjs', ['emu', String(seed), '30'])
    return [...stdout.matchAll(/^end \d+ (\w+)$/gm)].map(([, digest]) => digest)
  }

  it('is the same for the same seed, and another for another', async () => {
    const [once, again, next] = await Promise.all([play(1), play(1), play(2)])
    expect(once).toHaveLength(30)
    expect(again).toEqual(once)
    expect(next.slice(0, 29)).toEqual(once.slice(1))
    expect(new Set(once).size).toBe(30)
  })
})

describe('what goes wrong in a program is found, with its seed', () => {
  const faulty = new URL('programs/faulty.mjs', import.meta.url).pathname
  const run = (fault: string, ...args: readonly string[]) =>
    fuzz('--play', faulty, '--backend', fault, '--seed', '7', '--programs', '5', ...args)

  it.each([
    ['a crash', 'abort', 'ended by SIGABRT'],
    ['a violation of memory', 'kill', 'ended by SIGSEGV'],
    ['an exception', 'throw', 'exit code 1'],
    ['an exit', 'exit', 'exit code 5'],
    ['a hang', 'hang', 'no progress for 2 s'],
  ])('%s', async (_what, fault, finding) => {
    const { end, stdout } = await run(fault, '--silence', '2')
    expect(end).toBe(1)
    expect(stdout.split('\n')[0]).toBe(`seed 9: ${finding}`)
    expect(stdout).toContain(`again: npm run fuzz -- --backend ${fault} --seed 7 --programs 3\n`)
  })

  it('nothing: a control', async () => {
    expect(await run('nothing')).toEqual(ran('5 programs on nothing came to their end\n'))
  })

  it.each(['x', '0', ''])('a seed of %j is refused in one line', async (seed) => {
    const { end, stderr } = await fuzz('--seed', seed)
    expect({ end, stderr }).toEqual({ end: 2, stderr: `--seed: '${seed}' was given; it must be a number above 0\n` })
  })
})
