// npm run contract:native: every case of the contract kit on this computer's own driver. Prints the driver, each case
// that fails, and the count; exit code 1 if one failed, 2 if there is no driver.
import { native } from '@rxcl/backend-native'
import { createOpenCL } from '@rxcl/core'
import { runContract } from '@rxcl/core/testing'

const backend = native()
if (backend._tag === 'Left') {
  process.stderr.write(`${backend.left.message}\n`)
  process.exit(2)
}
const devices = createOpenCL(backend.right).devices()
if (devices._tag === 'Right')
  for (const { name, type, version } of devices.right) process.stdout.write(`${name} (${type}, OpenCL ${version})\n`)

// Opening a context takes a GPU's driver 0.15 s; the kit opens some thousand.
const timeLimit = 180_000
const { passed, failed } = await runContract({ backend: () => backend.right, timeLimit }, ({ group, name }, error) => {
  if (error === undefined) return
  const text = error instanceof Error ? `${error.name}: ${error.message}` : JSON.stringify(error)
  process.stdout.write(`failed: ${group}: ${name}\n  ${text.replaceAll('\n', '\n  ')}\n`)
})
process.stdout.write(`${passed.length} passed, ${failed.length} failed\n`)
process.exitCode = failed.length === 0 ? 0 : 1
