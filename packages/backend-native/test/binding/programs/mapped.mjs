// mapped.mjs exit | collect | worker, run with --expose-gc. What becomes of memory that is mapped, or that a buffer is
// made over, where nobody else holds it.
import { Worker, isMainThread, workerData } from 'node:worker_threads'
import { open } from './open.mjs'

const [FILL_BUFFER, MAP_BUFFER] = [14, 17]
const [READ_WRITE, USE_HOST_PTR] = [1, 8]
const SIZE = 1 << 20
const mode = isMainThread ? process.argv[2] : workerData

const later = (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds))

const play = async () => {
  const { binding, submit, queue, drainAll, context } = open()
  const settled = (count) =>
    new Promise((resolve) => {
      let ended = 0
      binding.onEnds(() => {
        ended += drainAll().length
        if (ended === count) resolve()
      })
    })
  const host = new WeakRef(new Uint8Array(SIZE))
  const buffer = binding.createBuffer(context, READ_WRITE | USE_HOST_PTR, SIZE, host.deref())
  const mapping = binding.createMapping()
  const ended = settled(2)
  submit(
    [
      [FILL_BUFFER, queue, 0, 0, buffer, 0, SIZE, 0],
      [MAP_BUFFER, queue, 1, 0, buffer, 3, 0, SIZE, mapping],
    ],
    [Uint8Array.of(7)],
  )
  await ended
  await later(0)
  globalThis.gc?.()
  const bytes = new Uint8Array(binding.mappedMemory(mapping).bytes)
  const isKept = host.deref() !== undefined && bytes.every((byte) => byte === 7)
  bytes.fill(1)
  return { binding, buffer, mapping, host, bytes, isKept }
}

if (mode === 'collect') {
  const { binding, buffer, mapping, host, bytes, isKept } = await play()
  binding.release(buffer)
  await later(50)
  globalThis.gc()
  const isMapped = bytes.every((byte) => byte === 1)
  binding.release(mapping)
  for (let round = 0; round < 100 && host.deref() !== undefined; round += 1) {
    await later(20)
    globalThis.gc()
  }
  console.log(JSON.stringify({ isKept, isMapped, isGone: host.deref() === undefined, length: bytes.length }))
} else if (isMainThread && mode === 'worker') {
  const ends = []
  for (let n = 0; n < 4; n += 1) {
    const worker = new Worker(new URL(import.meta.url), { workerData: 'left' })
    ends.push(await new Promise((resolve) => void worker.on('exit', resolve)))
  }
  console.log(ends.join(' '))
} else {
  const { isKept } = await play()
  if (isMainThread) console.log(isKept ? 'kept' : 'gone')
}
