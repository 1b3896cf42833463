// workers.mjs together: eight workers at once. workers.mjs terminate: the same, ended while their commands run; afterwards
// the main thread still has a device.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { completed, copyBuffer, ready } from '@rxcl/core'
import { lastValueFrom } from 'rxjs'
import { openCL, right } from './open.mjs'

const isBusy = process.argv[2] === 'terminate'

const run = async (seed) => {
  const worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData: { seed, isBusy } })
  const ended = once(worker, 'exit')
  const [answer] = await once(worker, 'message')
  if (isBusy) await worker.terminate()
  await ended
  return answer
}

const answers = await Promise.all([1, 3, 5, 7, 9, 11, 13, 15].map(run))
const context = right(openCL().createContext())
const queue = right(context.createCommandQueue())
const [from, to] = [right(context.createBuffer({ size: 64 })), right(context.createBuffer({ size: 64 }))]
right(await lastValueFrom(ready(from).pipe(copyBuffer(queue, to), completed())))
context.release()
console.log([...answers, 'complete'].join(' '))
