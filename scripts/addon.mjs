import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { missingCompilers } from './opencl-driver.mjs'
import { root } from './setup.mjs'

const PACKAGE = join(root, 'packages', 'backend-native')

/**
 * Compiles the addon of the native backend where it is missing or older than its sources; false when that fails. What is
 * missing to compile it is said in one line, and is no failure.
 */
export const buildAddon = () => {
  const missing = missingCompilers()
  if (missing.length > 0) {
    if (existsSync(join(PACKAGE, 'addon', 'build', 'Release', 'rxcl.node'))) return true
    process.stderr.write(`the OpenCL addon is not compiled: install ${missing.join(' ')}\n`)
    return true
  }
  const { status } = spawnSync(process.execPath, [join(PACKAGE, 'scripts', 'build-addon.mjs')], { stdio: 'inherit' })
  return status === 0
}
