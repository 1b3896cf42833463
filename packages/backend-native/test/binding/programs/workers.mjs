// Workers that load the addon: `together` eight at once, `terminate` eight that are ended while commands run, `one-by-one`
// each after the last has gone, so that the addon has no environment in between.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

const [, , mode] = process.argv
const busy = mode !== 'together'

const run = async (seed) => {
  const worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData: { seed, busy } })
  const ended = once(worker, 'exit')
  const [answer] = await once(worker, 'message')
  if (busy) await worker.terminate()
  await ended
  return answer
}

const seeds = [1, 3, 5, 7, 9, 11, 13, 15]
const answers = []
if (mode === 'one-by-one') for (const seed of seeds) answers.push(await run(seed))
else answers.push(...(await Promise.all(seeds.map(run))))
console.log(answers.join(' '))
