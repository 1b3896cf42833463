import { NEVER } from 'rxjs'
import { Command, copyBuffer, ready } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes } from '../expect.ts'
import { pattern } from '../pattern.ts'
import { pause } from '../settle.ts'
import { gateOf } from './gate.ts'

const draft = drafts('unsubscribing')
const before = pattern(16, 96)
const data = pattern(16, 97)

export const UNSUBSCRIBING: readonly Draft[] = [
  draft('a command that is not enqueued yet never is', async (bench) => {
    const queue = bench.queue()
    const [src, dst] = [await bench.buffer(data), await bench.buffer(before)]
    const subscription = ready(src)
      .pipe(copyBuffer(queue, dst, { waitFor: [NEVER] }))
      .subscribe()
    await pause()
    subscription.unsubscribe()
    await bench.run(queue, Command.marker())
    expectBytes('the destination', await bench.contents(dst), before)
  }),
  draft('a flow left in the turn that subscribed it enqueues nothing', async (bench) => {
    const queue = bench.queue()
    const [src, dst] = [await bench.buffer(data), await bench.buffer(before)]
    ready(src).pipe(copyBuffer(queue, dst)).subscribe().unsubscribe()
    await pause()
    await bench.run(queue, Command.marker())
    expectBytes('the destination', await bench.contents(dst), before)
  }),
  draft(
    'a command that is enqueued still runs',
    async (bench) => {
      const queue = bench.queue()
      const gate = gateOf(bench)
      const [src, dst] = [await bench.buffer(data), await bench.buffer(before)]
      const subscription = ready(src)
        .pipe(copyBuffer(queue, dst, { waitFor: [gate.event] }))
        .subscribe()
      await pause()
      subscription.unsubscribe()
      expectBytes('the destination before', await bench.contents(dst), before)
      gate.open()
      await bench.run(queue, Command.marker())
      expectBytes('the destination afterwards', await bench.contents(dst), data)
    },
    'userEvents',
  ),
]
