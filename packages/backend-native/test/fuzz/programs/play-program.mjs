import { createHash } from 'node:crypto'
import { setTimeout as later } from 'node:timers/promises'
import { createOpenCL } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { openContext } from './create.mjs'
import { Marker } from './marker.mjs'
import { randomOf } from './random.mjs'
import { takeStep } from './steps.mjs'
import { makeWorld } from './world.mjs'

const until = async (milliseconds, isSo) => {
  for (const end = Date.now() + milliseconds; !isSo(); await later(1)) if (Date.now() > end) return false
  return true
}

/** Ends what the program left open; afterwards every flow must end. */
const endAll = (world) => {
  const { random, pools, subjects } = world
  for (const event of pools.userEvents) if (random.chance(0.3)) event.complete()
  const last = [
    ...subjects.map(({ subject }) => () => {
      if (random.chance(0.2)) return subject.error(new Marker('an error of the program'))
      subject.next(E.left(new Marker('the end')))
      return subject.complete()
    }),
    ...world.contexts.map((context) => () => context.release()),
  ]
  for (; last.length > 0;) last.splice(random.below(last.length), 1)[0]()
}

/**
 * Plays the program of a seed to its end. Answers a digest of what it did, the same in every run. Throws where a flow does
 * not end, where one ends with an error that is not the program's, and where the driver's objects are not given back:
 * `live` counts those, by kind.
 */
export const playProgram = async ({ backend, seed, live, tell }) => {
  const random = randomOf(seed)
  const world = makeWorld(random, createOpenCL(backend), tell)
  openContext(world)
  for (let steps = random.between(5, 90); steps > 0; steps -= 1) await takeStep(world)
  endAll(world)
  const open = () => world.subscriptions.filter(({ isGone, hasEnded }) => !isGone && !hasEnded)
  if (!(await until(12_000, () => open().length === 0)))
    throw new Error(
      `${open().length} flows do not end: ${open()
        .map(({ what }) => what)
        .join(', ')}`,
    )
  // What a listener throws is reported in a task of its own.
  await later(1)
  const [defect] = world.defects
  if (defect !== undefined) throw new Error('a flow ends with an error', { cause: defect })
  const held = () => Object.entries(live()).filter(([, count]) => count !== 0)
  if (!(await until(5000, () => held().length === 0)))
    throw new Error(`not given back: ${held().map(([kind, count]) => `${count} ${kind}`)}`)
  return createHash('sha1')
    .update(`${random.draws()} ${world.steps.join(' ')}`)
    .digest('hex')
}
