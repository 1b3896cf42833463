// npm start: sets everything up, then runs examples/shuffle. Paths are relative to the folder where npm was called.
import { existsSync } from 'node:fs'
import { build, setUp } from './setup.mjs'

setUp()
build()

const { INIT_CWD } = process.env
if (INIT_CWD !== undefined && existsSync(INIT_CWD)) process.chdir(INIT_CWD)
await import('../examples/shuffle/dist/main.js')
