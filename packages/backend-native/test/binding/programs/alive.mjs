// Nothing but commands in flight keeps this process alive. Prints how many have ended when it ends.
import { BUSY, keepBusy, open } from './open.mjs'

const rig = open()
let ended = 0
rig.binding.onEnds(() => {
  ended += rig.drainAll().length
})
if (process.argv[2] !== 'idle') keepBusy(rig)
if (process.argv[2] === 'abandoned') for (let slot = 0; slot < BUSY; slot++) rig.binding.abandon(slot)
process.on('exit', () => console.log(`ended ${ended}, in flight ${rig.binding.live().events}`))
