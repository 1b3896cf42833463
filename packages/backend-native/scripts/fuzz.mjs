// npm run fuzz: random programs through the public API, each from its seed, in a process that is watched. The first crash,
// hang, error or object that is not given back ends it with the seed and exit code 1.
//   --minutes M    for M minutes, 1 unless given
//   --programs N   or N programs instead
//   --seed S       from seed S on, 1 unless given
//   --backend B    native, or emu
//   --trace        prints what each program does
//   --silence S    seconds without progress that count as a hang, 20 unless given
//   --play FILE    plays that instead of the random programs
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { supervise } from './supervise.mjs'

/** A process plays this many, so that a finding can be played again soon. */
const RUN = 300

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    programs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    backend: { type: 'string', default: 'native' },
    silence: { type: 'string', default: '20' },
    play: { type: 'string', default: fileURLToPath(new URL('../test/fuzz/programs/play.mjs', import.meta.url)) },
    trace: { type: 'boolean', default: false },
  },
})
const { minutes, programs = '1', seed: first, silence } = values
for (const [name, text] of Object.entries({ minutes, programs, seed: first, silence }))
  if (!(Number(text) > 0)) {
    process.stderr.write(`--${name}: '${text}' was given; it must be a number above 0\n`)
    process.exit(2)
  }
const deadline = performance.now() + Number(minutes) * 60_000
const most = values.programs === undefined ? Infinity : Number(programs)
const tell = values.trace ? (/** @type {string} */ line) => void process.stdout.write(`${line}\n`) : undefined

let ended = 0
const isOver = () => (most < Infinity ? ended >= most : performance.now() >= deadline)
for (let seed = Number(first); !isOver(); seed += RUN) {
  const count = Math.min(RUN, most - ended)
  const args = [
    '--expose-gc',
    values.play,
    values.backend,
    String(seed),
    String(count),
    ...(values.trace ? ['trace'] : []),
  ]
  const outcome = await supervise(args, { silence: Number(silence) * 1000, ...(tell === undefined ? {} : { tell }) })
  ended += outcome.ended
  if (outcome.finding === undefined) continue
  const { last = `${seed}` } = outcome
  const again = `npm run fuzz -- --backend ${values.backend} --seed ${seed} --programs ${Number(last) - seed + 1}`
  process.stdout.write(`seed ${last}: ${outcome.finding}\nagain: ${again}\n`)
  process.exitCode = 1
  break
}
process.stdout.write(`${ended} programs on ${values.backend} came to their end\n`)
