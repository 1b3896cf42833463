// The listener throws, twice. With `caught` there is a handler of uncaught exceptions.
import { COPY_BUFFER, open } from './open.mjs'

const { binding, submit, queue, drainAll, buffer } = open()
const [a, b] = [buffer(64), buffer(64)]
const copy = () => submit([[COPY_BUFFER, queue, 0, 0, a, b, 0, 0, 64]])
let calls = 0
binding.onEnds(() => {
  drainAll()
  calls += 1
  throw new Error(`thrown by the listener ${calls}`)
})
if (process.argv[2] === 'caught') {
  process.on('uncaughtException', ({ message }, origin) => {
    console.log(`${origin}: ${message}`)
    if (calls === 1) copy()
  })
}
copy()
