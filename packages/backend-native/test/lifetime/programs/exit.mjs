// exit.mjs HOW: the process ends while commands run and fill host memory.
import { busy$, held, openCL, right } from './open.mjs'

busy$(right(openCL().createContext())).subscribe()
process.on('exit', () => console.log(held() > 0 ? 'busy' : 'idle'))
setTimeout(() => {
  if (process.argv[2] === 'throw') throw new Error('thrown while commands run')
  process.exit(7)
}, 20)
