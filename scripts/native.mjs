// npm run contract:native, npm run fuzz: sets everything up, then runs that script of the native backend.
import { spawnSync } from 'node:child_process'
import { buildAddon } from './addon.mjs'
import { build, root, setUp } from './setup.mjs'

setUp()
build()
const [name = 'contract', ...args] = process.argv.slice(2)
const script = `packages/backend-native/scripts/${name}.mjs`
process.exitCode = buildAddon()
  ? (spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1)
  : 1
