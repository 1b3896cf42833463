// Run in a worker: copies bytes through the device and reports, then stays busy if told so.
import { parentPort, workerData } from 'node:worker_threads'
import { READ_BUFFER, WRITE_BUFFER, keepBusy, open } from './open.mjs'

const rig = open()
const source = Uint8Array.from({ length: 4096 }, (_, index) => index * workerData.seed)
const target = new Uint8Array(4096)
const on = rig.buffer(4096)
let left = 2
rig.binding.onEnds(() => {
  left -= rig.drainAll().length
  if (left !== 0) return
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
  parentPort.postMessage(Buffer.compare(source, target) === 0 ? 'same' : 'different')
  if (workerData.busy) keepBusy(rig)
})
rig.submit(
  [
    [WRITE_BUFFER, rig.queue, 0, 0, on, 0, 4096, 0],
    [READ_BUFFER, rig.queue, 1, 0, on, 0, 4096, 1],
  ],
  [source, target],
)
