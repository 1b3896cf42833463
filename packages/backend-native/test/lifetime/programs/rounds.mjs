// rounds.mjs KIND COUNT, run with --expose-gc: prints by how many bytes the resident memory has grown from a tenth of the
// rounds on. `leak` gives nothing back: it shows that growth is seen.
import { completed, ready, copyBuffer } from '@rxcl/core'
import { lastValueFrom } from 'rxjs'
import { openCL, right } from './open.mjs'

const [, , kind, count] = process.argv
const opencl = openCL()
const context = right(opencl.createContext())
const kept = []

const ROUNDS = {
  buffers: () => right(context.createBuffer({ size: 64 })).release(),
  leak: () => kept.push(right(context.createBuffer({ size: 64 }))),
  contexts: async () => {
    const own = right(opencl.createContext())
    const queue = right(own.createCommandQueue())
    const [from, to] = [right(own.createBuffer({ size: 64 })), right(own.createBuffer({ size: 64 }))]
    right(await lastValueFrom(ready(from).pipe(copyBuffer(queue, to), completed())))
    own.release()
  },
}

const resident = async () => {
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc()
    await new Promise((resolve) => void setImmediate(resolve))
  }
  return process.memoryUsage.rss()
}

const play = async (rounds) => {
  for (let round = 0; round < rounds; round += 1) {
    const done = ROUNDS[kind]()
    if (done instanceof Promise) await done
  }
}

const warm = Math.ceil(Number(count) / 10)
await play(warm)
const before = await resident()
await play(Number(count) - warm)
console.log(String((await resident()) - before))
