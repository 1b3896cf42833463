import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** @param {string} path */
const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Node 20.19 or newer is needed, this is ${process.versions.node}\n`)
  process.exit(2)
}

/**
 * Runs a program quietly; what it printed is shown, whole, only when it fails, and then this program ends too.
 *
 * @param {string} what
 * @param {string} command
 * @param {string[]} args
 * @param {Pick<import('node:child_process').SpawnSyncOptions, 'env' | 'shell'>} [options]
 */
const runQuietly = (what, command, args, options = {}) => {
  process.stderr.write(`${what}\n`)
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  })
  if (status === 0) return
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`)
  process.stderr.write(`failed: ${command} ${args.join(' ')}: ${error?.message ?? signal ?? `exit code ${status}`}\n`)
  process.exit(status ?? 1)
}

const install = () => {
  const manifest = /** @type {{ packageManager: string }} */ (JSON.parse(readFileSync(inRoot('package.json'), 'utf8')))
  const { packageManager } = manifest
  const lockfile = readFileSync(inRoot('pnpm-lock.yaml'))
  const wanted = createHash('sha256').update(packageManager).update(lockfile).digest('hex')
  const stamp = inRoot('node_modules/.rxcl-setup')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  runQuietly(
    `installing dependencies with ${packageManager}`,
    'npx',
    ['--yes', packageManager, 'install', '--frozen-lockfile'],
    {
      // With CI set, pnpm asks no questions when it finds what another package manager left in node_modules.
      env: { ...process.env, CI: 'true' },
      shell: process.platform === 'win32',
    },
  )
  writeFileSync(stamp, wanted)
}

/**
 * The path of an installed program that Node runs.
 *
 * @param {string} path
 */
export const tool = (path) => inRoot(`node_modules/${path}`)

/** Installs the dependencies where they are missing or not those of the lockfile. */
export const setUp = () => install()

/** Compiles what has changed since the last time. */
export const build = () => runQuietly('compiling', process.execPath, [tool('typescript/bin/tsc'), '-b'])
