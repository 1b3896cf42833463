// Ends the process, in the way that is named, while commands run and fill host memory.
import { keepBusy, open } from './open.mjs'

const rig = open()
rig.binding.onEnds(() => {
  rig.drainAll()
})
keepBusy(rig)
process.on('exit', () => console.log(rig.binding.live().events > 0 ? 'busy' : 'idle'))
setTimeout(() => {
  if (process.argv[2] === 'throw') throw new Error('thrown while commands run')
  process.exit(7)
}, 20)
