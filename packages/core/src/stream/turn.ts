import { asapScheduler } from 'rxjs'
import type { CommandRun } from './command-run.ts'

/** What arrives at a run: a value, or the end, of one of its inputs. */
export interface Arrival {
  readonly run: CommandRun
  readonly slot: number
  readonly kind: 'next' | 'complete' | 'error'
  readonly value: unknown
}

/** Commands enqueued in a promise's callback still join the batch of their turn, up to this many callbacks deep. */
const MAX_HOPS = 16

/** Work that waits for its turn: depth first, so that one frame is through the graph before the next enters it. */
const stack: Arrival[] = []
/** What the arrival in hand has caused, in order. */
const caused: Arrival[] = []
let isDelivering = false

/** What sources emitted while a graph was being subscribed. */
let held: Arrival[] = []
let turnEnd: { readonly closed: boolean } | undefined
let isDraining = false

/** Contexts with commands to submit. */
const waiting: { submit(): void }[] = []
let submission: { readonly closed: boolean } | undefined
let grew = false
let hops = 0

const deliverAll = (): void => {
  if (isDelivering) return
  isDelivering = true
  try {
    for (;;) {
      while (caused.length > 0) stack.push(caused.pop() as Arrival)
      const arrival = stack.pop()
      if (arrival === undefined) return
      arrival.run.accept(arrival)
    }
  } finally {
    isDelivering = false
  }
}

/** Delivers an arrival after what is being delivered, before what comes after that. */
export const deliver = (arrival: Arrival): void => {
  caused.push(arrival)
  deliverAll()
}

/**
 * Takes what an input brings. While the graph is being subscribed it is held until the end of the turn, so that a
 * branch subscribed later, in the same turn, misses nothing.
 */
export const arrive = (arrival: Arrival): void => {
  if (arrival.run.isConnecting || arrival.run.heldArrivals > 0 || (isTurnOpen() && !isDraining)) {
    arrival.run.heldArrivals += 1
    held.push(arrival)
    openTurn()
  } else deliver(arrival)
}

const drain = (): void => {
  isDraining = true
  try {
    while (held.length > 0) {
      const batch = held
      held = []
      for (const arrival of batch) {
        arrival.run.heldArrivals -= 1
        deliver(arrival)
      }
    }
  } finally {
    isDraining = false
    turnEnd = undefined
  }
}

/** A virtual scheduler may drop the end of a turn with the rest of its test; such a turn is over. */
const isTurnOpen = (): boolean => turnEnd !== undefined && !turnEnd.closed

/** Begins a turn: until the microtasks that follow, what sources emit is held. */
export const openTurn = (): void => {
  if (isDraining || isTurnOpen()) return
  turnEnd = asapScheduler.schedule(drain)
}

const submitNext = (): void => {
  if (grew && hops < MAX_HOPS) {
    grew = false
    hops += 1
    submission = asapScheduler.schedule(submitNext)
    return
  }
  const dispatcher = waiting.shift()
  // Each context in a microtask of its own, asked for first: one that throws must not keep the others from their commands.
  submission = waiting.length === 0 ? undefined : asapScheduler.schedule(submitNext)
  if (submission === undefined) hops = 0
  dispatcher?.submit()
}

/** Collects the commands of a turn; each context submits once, when no more are coming. */
export const endOfTurn = {
  request(dispatcher: { submit(): void }): void {
    grew = true
    if (!waiting.includes(dispatcher)) waiting.push(dispatcher)
    if (submission === undefined || submission.closed) submission = asapScheduler.schedule(submitNext)
  },
}
