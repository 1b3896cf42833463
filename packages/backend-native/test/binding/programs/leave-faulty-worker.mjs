// A worker submits a copy to the faulty driver and drains what it can, or abandons it; the main thread ends the worker
// and stays half a second longer, while the driver may still call back. Prints how long the end of the worker took.
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { COPY_BUFFER, open } from './open.mjs'

const inWorker = () => {
  const { library, behaviour, abandon } = workerData
  const { binding, queue, submit, drainAll, buffer } = open(library)
  const on = buffer(64)
  submit([[COPY_BUFFER, queue, 0, 0, on, on, 0, 32, Number(behaviour)]])
  binding.sweep()
  const drained = drainAll().length
  if (abandon) binding.abandon(0)
  setInterval(() => {}, 1000)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
  parentPort.postMessage(drained)
}

const inMain = async () => {
  const [, , library, behaviour, abandon] = process.argv
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { library, behaviour, abandon: abandon === 'abandon' },
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
