// npm start: sets everything up, then runs examples/shuffle. Paths are relative to the folder where npm was called.
import { existsSync } from 'node:fs'
import { buildAddon } from './addon.mjs'
import { missingCompilers } from './opencl-driver.mjs'
import { build, setUp } from './setup.mjs'

setUp()
build()

const given = process.argv.slice(2)
// Only who asks for the driver needs the addon; without it the program says what is missing.
const isNative = given.some(
  (arg, index) => arg === '--backend=native' || (arg === '--backend' && given[index + 1] === 'native'),
)
if (isNative && missingCompilers().length === 0) buildAddon()

const { INIT_CWD } = process.env
if (INIT_CWD !== undefined && existsSync(INIT_CWD)) process.chdir(INIT_CWD)
await import('../examples/shuffle/dist/main.js')
