// play.mjs BACKEND FIRST COUNT [trace]: plays the programs of COUNT seeds, and says on stdout which one begins and which
// has ended. Any other end of the process than exit code 0 is a finding, and so is silence.
import { writeSync } from 'node:fs'
import { Marker } from './marker.mjs'
import { openBackend } from './open-backend.mjs'
import { playProgram } from './play-program.mjs'

const [, , name, first, count, trace] = process.argv
// Not through a stream: it must be out before a crash.
const say = (line) => writeSync(1, `${line}\n`)

process.on('uncaughtException', (error) => {
  if (error instanceof Marker) return
  say(`uncaught ${error?.stack ?? String(error)}`)
  process.exit(3)
})

for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
  say(`begin ${seed}`)
  const tell = trace === undefined ? () => {} : say
  try {
    say(`end ${seed} ${await playProgram({ ...openBackend(name, seed), seed, tell })}`)
  } catch (error) {
    say(
      `failed ${error.stack}${error.cause === undefined ? '' : `\ncause: ${error.cause?.stack ?? String(error.cause)}`}`,
    )
    process.exit(4)
  }
}
process.exit(0)
