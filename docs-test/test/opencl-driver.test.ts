import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { inRoot, ROOT } from '../src/repository.ts'
import { runNode } from '../src/run-program.ts'

// `npm test` brings its own driver, on computers that are played here.
const folders: string[] = []
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

interface Played {
  readonly programs?: readonly string[]
  readonly libraries?: string
  readonly driver?: boolean
  readonly isRoot?: boolean
  readonly platform?: NodeJS.Platform
  readonly env?: Readonly<Record<string, string>>
  /** Exit code of `apt-get install`. */
  readonly apt?: number
}

const COMPILERS = ['g++', 'make', 'python3']

/** What is said, and how apt-get is called. */
const provide = async (played: Played) => {
  const folder = mkdtempSync(join(tmpdir(), 'rxcl-computer-'))
  folders.push(folder)
  const program = (name: string, script: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  const { programs = [...COMPILERS, 'apt-get'], libraries = 'libOpenCL.so.1 => there', apt = 0 } = played
  for (const name of programs) program(name, `echo "$@" >> ${folder}/calls; [ "$1" != install ] || exit ${apt}`)
  program('ldconfig', `echo '${libraries}'`)
  mkdirSync(join(folder, 'vendors'))
  if (played.driver === true) writeFileSync(join(folder, 'vendors', 'pocl.icd'), 'libpocl.so.2')
  const computer = {
    platform: played.platform ?? 'linux',
    env: { PATH: folder, ...played.env },
    vendors: join(folder, 'vendors'),
    ldconfig: join(folder, 'ldconfig'),
    isRoot: played.isRoot ?? true,
  }
  const url = JSON.stringify(`file://${inRoot('scripts/opencl-driver.mjs')}`)
  const code = `import { provideDriver } from ${url}; provideDriver(${JSON.stringify(computer)})`
  const { exitCode, stderr } = await runNode(['--input-type=module', '--eval', code], ROOT)
  expect(exitCode).toBe(0)
  const calls = join(folder, 'calls')
  return { stderr, calls: existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : [] }
}

const POCL = 'pocl-opencl-icd'
const INSTALL = 'install -y --no-install-recommends'

it('where all is there, nothing is said or done', async () => {
  expect(await provide({ driver: true })).toEqual({ stderr: '', calls: [] })
})

it.each<readonly [string, Played, string]>([
  ['no driver', {}, POCL],
  ['no library', { driver: true, libraries: '' }, 'ocl-icd-libopencl1'],
  ['no compiler', { driver: true, programs: ['make', 'python3', 'apt-get'] }, 'g++'],
  ['no make', { driver: true, programs: ['g++', 'python3', 'apt-get'] }, 'make'],
  ['no Python', { driver: true, programs: ['g++', 'make', 'apt-get'] }, 'python3'],
  ['nothing', { libraries: '', programs: ['apt-get'] }, `ocl-icd-libopencl1 ${POCL} g++ make python3`],
])('where root finds %s, it is installed, and one line says so', async (_what, played, packages) => {
  expect(await provide(played)).toEqual({
    stderr: `installing ${packages}\n`,
    calls: ['update', `${INSTALL} ${packages}`],
  })
})

it.each<readonly [string, Played]>([
  ['who is not root', { isRoot: false }],
  ['where there is no apt-get', { programs: COMPILERS }],
])('%s, one line says what to install', async (_what, played) => {
  expect(await provide(played)).toEqual({
    stderr: `nothing can be installed here; install ${POCL} to run the tests that need an OpenCL driver\n`,
    calls: [],
  })
})

it('where apt-get fails, a line says what to install', async () => {
  const { stderr } = await provide({ apt: 100 })
  expect(stderr).toBe(
    `installing ${POCL}\napt-get failed; install ${POCL} to run the tests that need an OpenCL driver\n`,
  )
})

it.each<readonly [string, Played]>([
  ['not on Linux', { platform: 'darwin' }],
  ['not where OCL_ICD_VENDORS says which drivers there are', { env: { OCL_ICD_VENDORS: 'elsewhere' } }],
])('%s', async (_what, played) => {
  expect(await provide(played)).toEqual({ stderr: '', calls: [] })
})
