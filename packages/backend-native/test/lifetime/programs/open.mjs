// What the programs share: the public API over the driver of this computer, and a way to keep the device busy.
import { createRequire } from 'node:module'
import { setTimeout as later } from 'node:timers/promises'
import { native } from '@rxcl/backend-native'
import { Command, createOpenCL, enqueue } from '@rxcl/core'
import { merge } from 'rxjs'
import { addonPath } from '../../../dist/binding/addon-path.js'

export const right = (either) => {
  if (either._tag === 'Left') throw new Error(either.left.message)
  return either.right
}

export const openCL = () => createOpenCL(right(native()))

const binding = createRequire(import.meta.url)(addonPath())

/** How many objects of the driver this thread holds. */
export const held = () => Object.values(binding.live()).reduce((sum, count) => sum + count, 0)

/** Collects garbage until nothing of the driver is held, five seconds at the most; answers how much is. */
export const heldAtLast = async () => {
  for (let round = 0; round < 100 && held() > 0; round += 1) {
    globalThis.gc?.()
    await later(50)
  }
  return held()
}

const LARGE = 32 << 20

/** 60 reads of 32 MiB, one after another: about a quarter of a second of work. */
export const busy$ = (context) => {
  const queue = right(context.createCommandQueue())
  const buffer = right(context.createBuffer({ size: LARGE }))
  const results = [new Uint8Array(LARGE), new Uint8Array(LARGE)]
  const reads = Array.from({ length: 60 }, (_, index) => Command.readBuffer({ buffer, ptr: results[index % 2] }))
  return merge(...reads.map((command) => enqueue(queue, command)))
}
