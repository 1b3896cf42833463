import type { DeviceScheduler } from './device-scheduler.ts'

interface Port {
  onmessage: (() => void) | null
  postMessage(message: undefined): void
}

/** What hosts offer; each has some of it. Looked up at each call, so that a test's fake timers take effect. */
interface Host {
  readonly setImmediate?: (work: () => void) => unknown
  readonly setTimeout: (work: () => void, ms: number) => unknown
  readonly MessageChannel?: new () => { readonly port1: Port; readonly port2: Port }
  readonly performance?: { now(): number }
}

const host = globalThis as unknown as Host

let post: ((work: () => void) => void) | undefined

/** A task per message: browsers delay nested timers by 4 ms, messages they do not. */
const channel = (Channel: NonNullable<Host['MessageChannel']>): ((work: () => void) => void) => {
  const { port1, port2 } = new Channel()
  const works: (() => void)[] = []
  port1.onmessage = () => works.shift()?.()
  return (work) => {
    works.push(work)
    port2.postMessage(undefined)
  }
}

/** Calls `work` in a task of its own, not a microtask: timers and input get their turn between two. */
export const macrotask = (work: () => void): void => {
  if (host.setImmediate !== undefined) host.setImmediate(work)
  else if (host.MessageChannel !== undefined) (post ??= channel(host.MessageChannel))(work)
  else host.setTimeout(work, 0)
}

export const macrotaskScheduler: DeviceScheduler = {
  now: () => host.performance?.now() ?? Date.now(),
  schedule: (work, delay = 0) => {
    if (delay > 0) host.setTimeout(work, delay)
    else macrotask(work)
  },
}
