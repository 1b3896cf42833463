// abandoned.mjs HOW, run with --expose-gc: leaves flows and objects in the way that is named; prints what is held at last.
import { completed, copyBuffer, ready } from '@rxcl/core'
import { lastValueFrom } from 'rxjs'
import { busy$, held, heldAtLast, openCL, right } from './open.mjs'

const opencl = openCL()

const WAYS = {
  /** The flow is left while its commands run. */
  unsubscribed: () => {
    const subscription = opencl.withContext((context) => busy$(context)).subscribe()
    return new Promise((resolve) => {
      setTimeout(() => {
        const before = held()
        subscription.unsubscribe()
        resolve(before > 0)
      }, 20)
    })
  },
  /** Nobody releases the context, nor holds it. */
  dropped: async () => {
    const context = right(opencl.createContext())
    const queue = right(context.createCommandQueue())
    const [from, to] = [right(context.createBuffer({ size: 64 })), right(context.createBuffer({ size: 64 }))]
    right(await lastValueFrom(ready(from).pipe(copyBuffer(queue, to), completed())))
    return held() > 0
  },
  /** The process has nothing left to do but to wait for an event that nobody completes. */
  waiting: async () => {
    const context = right(opencl.createContext())
    const queue = right(context.createCommandQueue())
    const gate = right(context.createUserEvent())
    const [from, to] = [right(context.createBuffer({ size: 64 })), right(context.createBuffer({ size: 64 }))]
    ready(from)
      .pipe(copyBuffer(queue, to, { waitFor: [gate] }), completed())
      .subscribe(() => console.log('unexpected'))
    process.on('exit', () => console.log(`status ${gate.status}`))
  },
}

const [, , how] = process.argv
const wasHeld = await WAYS[how]()
if (how !== 'waiting') console.log(`${wasHeld ? 'held' : 'not held'}, then ${await heldAtLast()}`)
