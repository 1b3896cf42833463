import { isObservable } from 'rxjs'
import { Listener } from './listener.mjs'
import { wildValue } from './wild-values.mjs'

const KINDS = [
  'contexts',
  'queues',
  'buffers',
  'images',
  'allocations',
  'userEvents',
  'events',
  'flows',
  'results',
  'arrays',
  'mappings',
]
/** Flows carry enqueued values, results what those come to. */
/** Older objects are forgotten, released or not: their context gives them back. */
const MOST = 12

/** Everything that a random program has made, released or not. */
export const makeWorld = (random, opencl, tell) => {
  const pools = Object.fromEntries(KINDS.map((kind) => [kind, []]))
  // What a listener gets comes when it comes, if ever; which listener is asked is the same in every run.
  const valueOf = (kind, found) => {
    if (kind === 'events') return found.event
    if (kind === 'mappings') return found.mapped
    return found instanceof Listener ? found.bytes : found
  }
  const pickOf = (kind) => (pools[kind].length === 0 ? undefined : valueOf(kind, random.pick(pools[kind])))
  const anything = () => {
    const found = pickOf(random.pick(KINDS))
    // A Proxy of a flow brings a TypeError, as it should: no program ends with that.
    const isProxy = random.chance(0.1) && typeof found === 'object' && !isObservable(found)
    return isProxy ? new Proxy(found, {}) : found
  }
  return {
    random,
    opencl,
    pools,
    /** Open until the end of the program: what waits for them must end then. */
    subjects: [],
    subscriptions: [],
    /** Errors that no flow may end with. */
    defects: [],
    /** All of them: the pool forgets. */
    contexts: [],
    /** What the program did. */
    steps: [],
    /** Says what came of it: for a reader. */
    tell,
    keep: (kind, thing) => {
      const pool = pools[kind]
      pool.push(thing)
      if (pool.length > MOST) pool.splice(kind === 'contexts' ? MOST : random.below(MOST), 1)
    },
    /** Mostly not used again. */
    forget: (kind, thing) => {
      if (random.chance(0.8)) pools[kind] = pools[kind].filter((one) => one !== thing)
    },
    /** One of its kind, of whatever context; undefined only where there is none. */
    one: pickOf,
    /** Mostly one of its kind, sometimes anything else. */
    oneOrWrong: (kind) => {
      if (random.chance(0.98)) return pickOf(kind)
      return random.chance(0.7) ? anything() : wildValue(random)
    },
  }
}
