// Ends while the driver writes lent memory: by `exit`, by `throw`, or in `workers` that are terminated one after another.
import { once } from 'node:events'
import { Worker, isMainThread, parentPort } from 'node:worker_threads'
import { BUSY, LARGE, READ_BUFFER, keepBusy, open } from './open.mjs'

const [, , way] = process.argv
const MIB = 1 << 20

const lendToDriver = () => {
  const rig = open()
  rig.binding.onEnds(() => undefined)
  keepBusy(rig)
  const on = rig.buffer(LARGE)
  // One that nobody uses, one that was dropped, and those that the driver is about to write.
  const idle = rig.binding.hostMemory(LARGE)
  rig.binding.hostMemory(LARGE)
  const targets = [0, 1].map(() => new Uint8Array(rig.binding.hostMemory(LARGE)))
  rig.submit(
    targets.map((_, at) => [READ_BUFFER, rig.queue, BUSY + at, 0, on, 0, LARGE, at]),
    targets,
  )
  return idle
}

if (!isMainThread) {
  globalThis.idle = lendToDriver()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
  parentPort.postMessage('busy')
} else if (way === 'workers') {
  const rss = []
  for (let i = 0; i < 8; i++) {
    const worker = new Worker(new URL(import.meta.url))
    await once(worker, 'message')
    await worker.terminate()
    rss.push(process.memoryUsage.rss() / MIB)
  }
  const growth = rss[7] - rss[1]
  console.log(`${rss.length} terminated, ${growth < 128 ? 'flat' : `${growth} MiB more`}`)
} else {
  globalThis.idle = lendToDriver()
  console.log('busy')
  if (way === 'exit') process.exit(7)
  throw new Error('thrown while commands run')
}
