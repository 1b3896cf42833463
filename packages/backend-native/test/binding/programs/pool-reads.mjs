// Run with --expose-gc: results in lent memory, `kept` 200 of them, `many` 10,000 that are dropped.
import { READ_BUFFER, WRITE_BUFFER, open } from './open.mjs'

const [, , mode] = process.argv
const MIB = 1 << 20
const size = 1.5 * MIB
const { binding, queue, submit, drainAll, buffer } = open()
const source = new Uint8Array(size)
const sourceOf = (number) => source.fill(number % 251)
const on = buffer(size)

let ended = () => undefined
binding.onEnds(() => {
  for (const [slot, status] of drainAll()) {
    if (status !== 0) throw new Error(`status ${status}`)
    if (slot === 1) ended()
  }
})
/** The result of one read; what is read is written before. */
const read = async (number, length) => {
  const target = new Uint8Array(binding.hostMemory(length))
  const done = new Promise((resolve) => (ended = resolve))
  submit(
    [
      [WRITE_BUFFER, queue, 0, 0, on, 0, length, 0],
      [READ_BUFFER, queue, 1, 0, on, 0, length, 1],
    ],
    [sourceOf(number), target],
  )
  await done
  return target
}
const isSpoilt = (bytes, number) => Buffer.compare(bytes, sourceOf(number).subarray(0, bytes.length)) !== 0

if (mode === 'kept') {
  const kept = []
  for (let number = 0; number < 200; number++) {
    kept.push(await read(number, size))
    // Results that are dropped in between are lent again.
    if (number % 5 === 0) await read(250, size)
    if (number % 50 === 0) globalThis.gc()
  }
  console.log(`${kept.length} results, ${kept.filter(isSpoilt).length} spoilt`)
} else {
  const rss = () => process.memoryUsage.rss() / MIB
  let spoilt = 0
  let warm = 0
  for (let number = 0; number < 10_000; number++) {
    if (number === 1000) warm = rss()
    const bytes = await read(number, MIB)
    if (number % 100 === 0 && isSpoilt(bytes, number)) spoilt++
  }
  const growth = rss() - warm
  console.log(`10000 results, ${spoilt} spoilt, ${growth < 64 ? 'flat' : `${growth} MiB more`}`)
}
