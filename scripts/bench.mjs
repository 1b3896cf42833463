// npm run bench, npm run bench:native: sets everything up, then measures. docs/performance.md says what came out.
import { spawnSync } from 'node:child_process'
import { buildAddon } from './addon.mjs'
import { build, root, setUp } from './setup.mjs'

setUp()
build()
const [which = 'emulator'] = process.argv.slice(2)
if (which === 'native' && !buildAddon()) process.exit(1)
const program = which === 'native' ? 'bench/dist/native/main.js' : 'bench/dist/main.js'
const { status } = spawnSync(process.execPath, ['--expose-gc', program], { cwd: root, stdio: 'inherit' })
process.exitCode = status ?? 1
