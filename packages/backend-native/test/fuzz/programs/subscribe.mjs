import { Listener } from './listener.mjs'
import { Marker } from './marker.mjs'

/** At most this many listeners, so that a program ends soon. */
const MOST = 60

/**
 * Listens to a flow. Some listeners throw, some leave at once. The error channel may bring only what the program has put
 * there.
 */
export const subscribe = (world, { flow, what, kind = 'flows' }) => {
  const { random, subscriptions } = world
  if (flow === undefined || subscriptions.length >= MOST) return
  world.keep(kind, flow)
  const throws = random.chance(0.03)
  const listener = new Listener(what, random.chance(0.1))
  subscriptions.push(listener)
  world.keep('events', listener)
  if (what.includes('Map')) world.keep('mappings', listener)
  if (what.startsWith('Read')) world.keep('arrays', listener)
  listener.subscription = flow.subscribe({
    next: (emission) => {
      world.tell(`  ${what} brings ${listener.take(emission)}`)
      if (throws) throw new Marker('thrown by a listener')
    },
    error: (error) => {
      listener.hasEnded = true
      if (!(error instanceof Marker)) world.defects.push(error)
    },
    complete: () => {
      listener.hasEnded = true
    },
  })
  if (listener.isGone) listener.subscription.unsubscribe()
}
