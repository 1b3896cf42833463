// Builds the addon where it is missing or older than a source.
//   --asan      a variant with AddressSanitizer, in addon/build/asan
//   --prebuild  a file for this kind of machine in prebuilds/, to be published with the package
// Nothing is printed but one line, and everything after a failure.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packageFolder = fileURLToPath(new URL('..', import.meta.url))
const addon = join(packageFolder, 'addon')
const require = createRequire(import.meta.url)
const asan = process.argv.includes('--asan')
const prebuild = process.argv.includes('--prebuild')

// Node's own headers beside its binary make a build possible without a network.
const beside = dirname(dirname(process.execPath))
const nodedir = existsSync(join(beside, 'include', 'node', 'node_api.h')) ? beside : undefined

const binary = join(addon, 'build', asan ? 'asan' : 'Release', 'rxcl.node')

const isFresh = () => {
  if (!existsSync(binary)) return false
  const built = statSync(binary).mtimeMs
  const sources = readdirSync(join(addon, 'src')).map((name) => join(addon, 'src', name))
  return [join(addon, 'binding.gyp'), ...sources].every((source) => statSync(source).mtimeMs < built)
}

/**
 * @param {string} what
 * @param {string} script
 * @param {string[]} args
 */
const runQuietly = (what, script, args) => {
  process.stderr.write(`${what}\n`)
  const { status, signal, error, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: packageFolder,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: nodedir === undefined ? process.env : { ...process.env, npm_config_nodedir: nodedir },
  })
  if (status === 0) return
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`)
  process.stderr.write(`failed: ${what}: ${error?.message ?? signal ?? `exit code ${status}`}\n`)
  process.exit(status ?? 1)
}

const nodeGyp = require.resolve('node-gyp/bin/node-gyp.js')
if (prebuild) {
  // In a copy, as it begins by removing what was built.
  const copy = mkdtempSync(join(tmpdir(), 'rxcl-addon-'))
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
  for (const name of ['binding.gyp', 'src']) cpSync(join(addon, name), join(copy, name), { recursive: true })
  process.env['PREBUILD_NODE_GYP'] = nodeGyp
  runQuietly('compiling the OpenCL addon for the package', require.resolve('prebuildify/bin.js'), [
    '--napi',
    '--strip',
    '--tag-libc',
    `--target=${process.versions.node}`,
    `--cwd=${copy}`,
    `--out=${packageFolder}`,
    '--name=rxcl',
  ])
} else if (!isFresh()) {
  runQuietly(asan ? 'compiling the OpenCL addon with AddressSanitizer' : 'compiling the OpenCL addon', nodeGyp, [
    'configure',
    'build',
    `--directory=${addon}`,
    asan ? '--debug' : '--release',
    ...(nodedir === undefined ? [] : [`--nodedir=${nodedir}`]),
  ])
  if (asan) {
    // node-gyp-build would load what lies in build/Debug.
    mkdirSync(dirname(binary), { recursive: true })
    renameSync(join(addon, 'build', 'Debug', 'rxcl.node'), binary)
  }
}
