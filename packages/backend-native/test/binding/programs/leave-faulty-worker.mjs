// A worker submits copies to the faulty driver and drains what it can, or abandons them; the main thread ends the worker
// and stays half a second longer, while the driver may still call back. Prints how long the end of the worker took.
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { COPY_BUFFER, open } from './open.mjs'

const inWorker = () => {
  const { library, behaviour, copies, abandon } = workerData
  const { binding, queue, submit, drainAll, buffer } = open(library)
  const on = buffer(64)
  submit(Array.from({ length: copies }, (_, slot) => [COPY_BUFFER, queue, slot, 0, on, on, 0, 32, Number(behaviour)]))
  binding.sweep()
  const drained = drainAll().length
  if (abandon) for (let slot = 0; slot < copies; slot++) binding.abandon(slot)
  setInterval(() => {}, 1000)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
  parentPort.postMessage(drained)
}

const inMain = async () => {
  const [, , library, behaviour, copies, abandon] = process.argv
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { library, behaviour, copies: Number(copies), abandon: abandon === 'abandon' },
  })
  const [drained] = await once(worker, 'message')
  const before = performance.now()
  await worker.terminate()
  const took = performance.now() - before
  await setTimeout(500)
  console.log(JSON.stringify({ drained, took }))
}

if (isMainThread) await inMain()
else inWorker()
