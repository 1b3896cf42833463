// Run with --expose-gc: when lent memory is lent again, and when it goes back to the system.
import { createRequire } from 'node:module'
import { env } from 'node:process'
import { setImmediate, setTimeout } from 'node:timers/promises'

const MIB = 1 << 20
const [, , mode] = process.argv
const { hostMemory } = createRequire(import.meta.url)(env.RXCL_ADDON)
const rss = () => process.memoryUsage.rss() / MIB

const collect = async () => {
  for (let i = 0; i < 4; i++) {
    globalThis.gc()
    await setImmediate()
  }
}
/** Lends memory, fills it and drops it. */
const use = (size, count, byte) => {
  for (let i = 0; i < count; i++) new Uint8Array(hostMemory(size)).fill(byte)
}

const modes = {
  reuse: async () => {
    const view = new Uint8Array(hostMemory(4 * MIB)).fill(3).subarray(5, 6)
    use(4 * MIB, 1, 8)
    await collect()
    // Fresh memory is 0.
    const again = new Uint8Array(hostMemory(4 * MIB))[7] === 8
    new Uint8Array(hostMemory(4 * MIB)).fill(1)
    console.log(`kept ${view[0]}, again ${again}`)
  },
  idle: async () => {
    use(32 * MIB, 4, 1)
    await collect()
    const before = rss()
    await setTimeout(5000)
    console.log(before - rss() > 100 ? 'given back' : `${before} MiB before, ${rss()} MiB after`)
  },
  budget: async () => {
    use(32 * MIB, 16, 1)
    const before = rss()
    await collect()
    await setTimeout(20)
    const kept = rss() - (before - 512)
    console.log(kept < 256 + 32 ? 'given back' : `${kept} MiB kept`)
  },
  'one-turn': async () => {
    let lent = 0
    while (hostMemory(64 * MIB) !== undefined) lent++
    globalThis.gc()
    const then = hostMemory(64 * MIB)
    await collect()
    const later = hostMemory(64 * MIB)
    console.log(
      `lent ${lent}, then ${then === undefined ? 'none' : 'some'}, later ${later === undefined ? 'none' : 'some'}`,
    )
  },
}
await modes[mode]()
