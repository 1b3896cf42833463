// Exits, or has its commands abandoned first, while the faulty driver does not return from a call that enqueues.
import { argv, exit } from 'node:process'
import { COPY_BUFFER, open } from './open.mjs'

const [, , library, behaviour, abandon] = argv
const MANY = 33
const { binding, queue, submit, buffer } = open(library)
const on = buffer(64)
submit(Array.from({ length: MANY }, (_, slot) => [COPY_BUFFER, queue, slot, 0, on, on, 0, 32, Number(behaviour)]))
if (abandon === 'abandon') for (let slot = 0; slot < MANY; slot++) binding.abandon(slot)
setTimeout(() => {
  console.log(`in flight ${binding.live().events}`)
  exit(7)
}, 20)
