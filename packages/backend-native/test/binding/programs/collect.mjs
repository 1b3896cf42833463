// Run with --expose-gc: nobody but the addon holds the arrays of commands in flight.
import { BUSY, READ_BUFFER, WRITE_BUFFER, keepBusy, open } from './open.mjs'

const rig = open()
const { binding, submit, queue, drainAll, buffer } = rig
const sizes = [1000, 3 << 20]
const expected = new Map()
const seen = { same: 0, different: 0, failed: 0 }

const round = (number) => {
  const commands = []
  const host = []
  for (const [index, size] of sizes.entries()) {
    const on = buffer(size)
    const target = new Uint8Array(size)
    const slot = BUSY + (number * sizes.length + index) * 2
    expected.set(slot + 1, { target: new WeakRef(target), byte: number + 1 })
    commands.push([WRITE_BUFFER, queue, slot, 0, on, 0, size, host.length])
    commands.push([READ_BUFFER, queue, slot + 1, 0, on, 0, size, host.length + 1])
    host.push(new Uint8Array(size).fill(number + 1), target)
  }
  submit(commands, host)
}
const litter = () => Array.from({ length: 64 }, () => new Uint8Array(1 << 20).fill(255)).length

binding.onEnds(() => {
  for (const [slot, status] of drainAll()) {
    if (status !== 0) seen.failed += 1
    const { target, byte } = expected.get(slot) ?? {}
    // The addon has let go of it just now.
    const bytes = target?.deref()
    if (bytes !== undefined) seen[bytes.every((each) => each === byte) ? 'same' : 'different'] += 1
  }
})
// The device is busy, so that all is collected that can be before it comes to these.
keepBusy(rig)
for (let number = 0; number < 10; number++) {
  round(number)
  globalThis.gc()
  litter()
}
setImmediate(() => globalThis.gc())
process.on('exit', () => console.log(JSON.stringify(seen)))
