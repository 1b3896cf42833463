import { execFile } from 'node:child_process'
import { env, execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { addonPath } from '../../src/binding/addon-path.ts'
import type { Outcome } from '../binding/run-program.ts'

const addon = (): NodeJS.ProcessEnv => {
  try {
    return { RXCL_ADDON: addonPath() }
  } catch {
    return {}
  }
}

/** A small heap for new objects: else it grows for a while, and hides what resident memory does. */
const FLAGS = ['--expose-gc', '--max-semi-space-size=1']

/** Runs a script of this package to its end, with the addon of this test. */
export const runScript = (path: string, args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const file = fileURLToPath(new URL(`../../${path}`, import.meta.url))
    execFile(execPath, [...FLAGS, file, ...args], { env: { ...env, ...addon() } }, (error, stdout, stderr) =>
      resolve({ end: error === null ? 0 : (error.code ?? error.signal ?? null), stdout, stderr }),
    )
  })
