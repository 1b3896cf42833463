// Plays in the place of random programs: the third one goes wrong in the way that is named.
import { writeSync } from 'node:fs'

const [, , fault, first, count] = process.argv

const FAULTS = {
  nothing: () => {},
  abort: () => process.abort(),
  kill: () => process.kill(process.pid, 'SIGSEGV'),
  hang: () => {
    for (;;);
  },
  throw: () => {
    throw new Error('a defect')
  },
  exit: () => process.exit(5),
}

for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
  writeSync(1, `begin ${seed}\n`)
  if (seed === Number(first) + 2) FAULTS[fault]()
  writeSync(1, `end ${seed}\n`)
}
