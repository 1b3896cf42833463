import { execFile } from 'node:child_process'
import { env, execPath } from 'node:process'

/** How a program ended. */
export interface Ending {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Without what this vitest tells its own workers, and without colours. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(?:VITEST|NODE_ENV$|NODE_OPTIONS$|TEST$)/.test(name)),
  ),
  NO_COLOR: '1',
})

/** Runs a program of Node to its end, a minute at the most. */
export const runNode = (args: readonly string[], cwd: string): Promise<Ending> =>
  new Promise((resolve) => {
    execFile(
      execPath,
      args,
      { cwd, env: environment(), timeout: 60_000, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        // `code` is a number for a program that ended by itself; one that was killed or never started has none.
        const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
        resolve({ exitCode, stdout, stderr })
      },
    )
  })
