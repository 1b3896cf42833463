// A subscriber throws at the end of a read; another one listens to the same flow.
import { Flow, readBuffer, writeBuffer } from '@rxcl/core'
import { of } from 'rxjs'
import { heldAtLast, openCL, right } from './open.mjs'

const context = right(openCL().createContext())
const queue = right(context.createCommandQueue())
const buffer = right(context.createBuffer({ size: 3 }))
const read$ = of(Uint8Array.of(1, 2, 3)).pipe(Flow.lift(), writeBuffer(queue, buffer), readBuffer(queue))

process.on('uncaughtException', ({ message }) => console.log(`uncaught: ${message}`))
read$.subscribe(() => {
  throw new Error('thrown by a subscriber')
})
read$.subscribe({
  next: (bytes) => console.log(`bytes ${right(bytes)}`),
  complete: () => {
    console.log('complete')
    context.release()
    void heldAtLast().then((count) => console.log(`held ${count}`))
  },
})
