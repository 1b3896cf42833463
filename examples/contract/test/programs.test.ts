import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

// The programs run as anyone would run them: compiled, against the compiled packages. `tsc -b` comes first.
const programs = fileURLToPath(new URL('../dist/', import.meta.url))

const run = (name: string): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [`${programs}${name}.js`], { timeout: 30_000 }, (error, stdout, stderr) =>
      error === null ? resolve(stdout) : reject(new Error(`${name}: ${stderr}`, { cause: error })),
    )
  })

test.concurrent.each(['crop', 'svm', 'waitlist'])('%s runs to its end on the emulator', { timeout: 60_000 }, async (name) => {
  expect(await run(name)).toBe(`${name} ok\n`)
})
