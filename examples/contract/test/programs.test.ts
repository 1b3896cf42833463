import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { addonPath } from '../../../packages/backend-native/src/binding/addon-path.ts'
import { describeWithDriver } from '../../../packages/backend-native/test/driver.ts'

vi.setConfig({ testTimeout: 60_000 })

// The programs run as anyone would run them: compiled, against the compiled packages. `tsc -b` comes first.
const programs = fileURLToPath(new URL('../dist/', import.meta.url))
const PROGRAMS = ['crop', 'svm', 'waitlist']

const run = (name: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const options = { timeout: 30_000, env: { ...process.env, ...env } }
    execFile(process.execPath, [`${programs}${name}.js`, ...args], options, (error, stdout, stderr) =>
      error === null ? resolve(stdout) : reject(new Error(`${name}: ${stderr}`, { cause: error })),
    )
  })

test.concurrent.each(PROGRAMS)('%s runs to its end on the emulator', async (name) => {
  expect(await run(name)).toBe(`${name} ok\n`)
})

describeWithDriver('on the driver of this computer', () => {
  test.concurrent.each(PROGRAMS)('%s runs to its end', async (name) => {
    expect(await run(name, ['native'])).toBe(`${name} ok\n`)
  })

  test('a program that asks for it and finds none says what to install', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'rxcl-no-driver-'))
    try {
      const env = { OCL_ICD_VENDORS: empty, RXCL_ADDON: addonPath() }
      await expect(run('crop', ['native'], env)).rejects.toThrow(/apt-get install ocl-icd-libopencl1 pocl-opencl-icd/)
    } finally {
      rmSync(empty, { recursive: true })
    }
  })
})
