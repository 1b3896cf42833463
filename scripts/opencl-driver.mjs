import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * What the native backend's tests need of the computer.
 *
 * @typedef {object} Computer
 * @property {NodeJS.Platform} platform
 * @property {NodeJS.ProcessEnv} env
 * @property {string} vendors The folder in which drivers are registered, unless OCL_ICD_VENDORS names another.
 * @property {string} ldconfig The program that lists the libraries which are found by name.
 * @property {boolean} isRoot
 */

/** @type {Computer} */
const THIS_COMPUTER = {
  platform: process.platform,
  env: process.env,
  vendors: '/etc/OpenCL/vendors',
  ldconfig: '/sbin/ldconfig',
  isRoot: process.getuid?.() === 0,
}

/** @param {string} path */
const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 */
const hasProgram = (env, name) =>
  (env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(join(folder, name)))

/** @param {string} path A folder of .icd files, or one driver. */
const listsDriver = (path) => {
  if (!existsSync(path)) return false
  return !statSync(path).isDirectory() || readdirSync(path).some((name) => name.endsWith('.icd'))
}

/** @param {Computer} computer */
const hasLibrary = ({ env, ldconfig }) => {
  const folders = (env['LD_LIBRARY_PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  if (folders.some((folder) => existsSync(join(folder, 'libOpenCL.so.1')))) return true
  return (spawnSync(ldconfig, ['-p'], { encoding: 'utf8' }).stdout ?? '').includes('libOpenCL.so.1')
}

/**
 * The programs without which the addon cannot be compiled.
 *
 * @param {NodeJS.ProcessEnv} [env]
 */
export const missingCompilers = (env = process.env) =>
  [
    { name: 'g++', isThere: ['c++', 'g++', 'clang++'].some((name) => hasProgram(env, name)) || env['CXX'] },
    { name: 'make', isThere: hasProgram(env, 'make') || hasProgram(env, 'gmake') },
    { name: 'python3', isThere: hasProgram(env, 'python3') || hasProgram(env, 'python') },
  ]
    .filter(({ isThere }) => !isThere)
    .map(({ name }) => name)

/** @param {Computer} computer */
const missingPackages = (computer) => {
  const { env, vendors } = computer
  const chosen = env['OCL_ICD_VENDORS'] ?? ''
  return [
    ...(hasLibrary(computer) ? [] : ['ocl-icd-libopencl1']),
    // Where OCL_ICD_VENDORS is set, no package that is installed is found.
    ...(chosen !== '' || listsDriver(vendors) ? [] : ['pocl-opencl-icd']),
    ...missingCompilers(env),
  ]
}

/**
 * Installs an OpenCL driver, and what compiles the addon, where they are missing and may be installed: on Linux with
 * apt-get, by root. Elsewhere, and where that fails, it says in one line what to install. It never fails: tests that need
 * a driver decide for themselves.
 *
 * @param {Partial<Computer>} [differing]
 */
export const provideDriver = (differing) => {
  const computer = { ...THIS_COMPUTER, ...differing }
  const { platform, env, isRoot } = computer
  if (platform !== 'linux') return
  const packages = missingPackages(computer)
  if (packages.length === 0) return
  const list = packages.join(' ')
  const say = (/** @type {string} */ why) =>
    process.stderr.write(`${why}; install ${list} to run the tests that need an OpenCL driver\n`)
  if (!isRoot || !hasProgram(env, 'apt-get')) {
    say('nothing can be installed here')
    return
  }
  process.stderr.write(`installing ${list}\n`)
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', args, { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'ignore' }).status === 0
  // The lists of a fresh image are empty. Where they cannot be renewed, the old ones may do.
  apt('update')
  if (!apt('install', '-y', '--no-install-recommends', ...packages)) say('apt-get failed')
}
