import * as E from 'fp-ts/lib/Either.js'
import { Subject } from 'rxjs'
import { randomCommand } from './commands.mjs'
import { create, openContext, release } from './create.mjs'
import { commandFlow, derivedFlow } from './flows.mjs'
import { disturb, makeArray } from './host-arrays.mjs'
import { subscribe } from './subscribe.mjs'
import { Marker } from './marker.mjs'
import { wildValue, word } from './wild-values.mjs'

/** Time for what a turn enqueues to be submitted, and for no device to end it. */
const microtasks = async () => {
  for (let count = 0; count < 8; count += 1) await Promise.resolve()
}

const enqueueOne = async (world) => {
  const command = randomCommand(world)
  world.tell(`enqueue ${Object.values(command).map(word).join(' ')}`)
  subscribe(world, { flow: commandFlow(world, command), what: command._tag })
  await microtasks()
}

const endUserEvent = (world) => {
  const { random } = world
  const event = world.one('userEvents')
  if (event === undefined) return
  const status = random.chance(0.9) ? random.pick([-1, -5, -9999]) : wildValue(random)
  const set = random.chance(0.6) ? event.complete() : event.fail(status)
  world.tell(`end a user event: ${set._tag}`)
}

/** What comes through a flow has the right form, with anything in it. */
const emit = (world, { subject, isFlow }) => {
  const { random } = world
  if (random.chance(0.2)) subject.next(E.left(new Marker('a Left')))
  else if (!isFlow && random.chance(0.3)) subject.next(wildValue(random))
  else subject.next(E.right({ event: world.oneOrWrong('events'), value: world.oneOrWrong('buffers') }))
}

const useSubject = async (world) => {
  const { random, subjects } = world
  if (subjects.length > 0 && random.chance(0.6)) emit(world, random.pick(subjects))
  else {
    const subject = new Subject()
    const isFlow = random.chance(0.5)
    subjects.push({ subject, isFlow })
    if (isFlow) world.keep('flows', subject.asObservable())
  }
  await microtasks()
}

const unsubscribe = ({ random, subscriptions }) => {
  if (subscriptions.length === 0) return
  const one = random.pick(subscriptions)
  one.isGone = true
  one.subscription.unsubscribe()
}

const touchShared = (world) => {
  const allocation = world.one('allocations')
  if (allocation === undefined) return
  const bytes = allocation.bytes()
  world.tell(`touch: ${bytes._tag === 'Left' ? bytes.left._tag : 'bytes'}`)
  if (bytes._tag === 'Right') bytes.right.fill(world.random.below(256))
}

/** Before a map is complete, and behind its unmap, that is a defect of the program. */
const touchMapped = (world) => {
  const mapped = world.one('mappings')
  if (mapped === undefined) return
  try {
    const { bytes } = mapped
    world.tell(`touch: ${bytes.length} mapped bytes`)
    bytes.fill(world.random.below(256))
  } catch (error) {
    if (!(error instanceof TypeError) || mapped.isMapped) throw error
    world.tell('touch: not mapped')
  }
}

const lookAtEvents = (world) => {
  for (const event of [...world.pools.events.map((listener) => listener.event), ...world.pools.userEvents])
    if (event !== undefined && !Number.isInteger(event.status))
      throw new Error(`an event has the status ${event.status}`)
}

const pause = async ({ random }) => {
  const kind = random.among({ microtask: 2, task: 4, time: 2 })
  if (kind === 'microtask') await microtasks()
  else if (kind === 'task') await new Promise((resolve) => void setImmediate(resolve))
  else await new Promise((resolve) => void setTimeout(resolve, random.between(1, 4)))
}

const STEPS = {
  create: [8, create],
  release: [3, release],
  enqueue: [16, enqueueOne],
  derive: [3, (world) => subscribe(world, derivedFlow(world))],
  array: [3, ({ keep, random }) => keep('arrays', makeArray(random))],
  disturb: [2, (world) => disturb(world.random, world.one('arrays'))],
  userEvent: [3, endUserEvent],
  subject: [2, useSubject],
  unsubscribe: [2, unsubscribe],
  touch: [1, touchShared],
  touchMapped: [3, touchMapped],
  look: [1, lookAtEvents],
  pause: [4, pause],
  context: [0.4, openContext],
  collect: [0.2, () => globalThis.gc?.()],
}

const WEIGHTS = Object.fromEntries(Object.entries(STEPS).map(([name, [weight]]) => [name, weight]))

/** One step of a random program. */
export const takeStep = async (world) => {
  const name = world.random.among(WEIGHTS)
  world.steps.push(name)
  world.tell(name)
  await STEPS[name][1](world)
}
