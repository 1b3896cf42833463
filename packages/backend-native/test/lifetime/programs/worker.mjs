// Run in a worker: takes a picture through the device and reports, then stays busy if told so.
import { parentPort, workerData } from 'node:worker_threads'
import { Flow, RGBA8, copyImageToBuffer, readBuffer, writeImage } from '@rxcl/core'
import { lastValueFrom, of } from 'rxjs'
import { busy$, openCL, right } from './open.mjs'

const context = right(openCL().createContext())
const queue = right(context.createCommandQueue({ outOfOrder: true }))
const image = right(context.createImage({ type: '2D', format: RGBA8, width: 32, height: 16 }))
const buffer = right(context.createBuffer({ size: 32 * 16 * 4 }))
const picture = Uint8Array.from({ length: 32 * 16 * 4 }, (_, index) => index * workerData.seed)

for (let round = 0; round < 50; round += 1) {
  const frame$ = of(picture).pipe(Flow.lift(), writeImage(queue, image), copyImageToBuffer(queue, buffer))
  const bytes = right(await lastValueFrom(frame$.pipe(readBuffer(queue))))
  if (Buffer.compare(bytes, picture) !== 0) throw new Error(`round ${round}: other bytes`)
}
if (workerData.isBusy) {
  busy$(context).subscribe()
  await new Promise((resolve) => void setTimeout(resolve, 20))
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
parentPort.postMessage('same')
