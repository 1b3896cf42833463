import { of } from 'rxjs'
import { Flow, copyBuffer, profiled, ready, writeBuffer, type Profile } from '../index.ts'
import { drafts, type Draft } from './case.ts'
import { expectEqual, expectThat } from './expect.ts'
import { WAIT_LIST_ERROR } from './failure/wait-list-error.ts'
import { gateOf } from './order/gate.ts'
import { pattern } from './pattern.ts'
import { refused, value } from './settle.ts'

const draft = drafts('profiling')

const expectOrdered = ({ queued, submit, start, end }: Profile): void => {
  for (const stamp of [queued, submit, start, end]) expectEqual('the type of a stamp', typeof stamp, 'bigint')
  expectThat(queued <= submit, `queued ${queued} is not after submit ${submit}`)
  expectThat(submit <= start, `submit ${submit} is not after start ${start}`)
  expectThat(start <= end, `start ${start} is not after end ${end}`)
}

export const PROFILING: readonly Draft[] = [
  draft('the stamps of a command are in order', async (bench) => {
    const queue = bench.queue({ profiling: true })
    const buffer = await bench.buffer(1 << 16)
    const flow = of(pattern(1 << 16, 141)).pipe(Flow.lift(), writeBuffer(queue, buffer), profiled())
    const result = await value('profiled', flow)
    expectEqual('the value', result.value, buffer)
    expectOrdered(result.profile)
  }),
  draft('a command starts after what it waits for has ended', async (bench) => {
    const queue = bench.queue({ profiling: true })
    const [a, b] = [await bench.buffer(pattern(1 << 16, 142)), await bench.buffer(1 << 16)]
    const first = ready(a).pipe(copyBuffer(queue, b))
    const second = ready(b).pipe(copyBuffer(queue, a, { waitFor: [first] }))
    const [earlier, later] = await Promise.all([
      value('the first', first.pipe(profiled())),
      value('the second', second.pipe(profiled())),
    ])
    expectOrdered(later.profile)
    expectThat(
      earlier.profile.end <= later.profile.start,
      `the first ends at ${earlier.profile.end}, not after the start of the second, ${later.profile.start}`,
    )
  }),
  draft('a queue without profiling has no stamps', async (bench) => {
    const [a, b] = [await bench.buffer(pattern(16, 143)), await bench.buffer(16)]
    await refused('profiled', ready(a).pipe(copyBuffer(bench.queue(), b), profiled()), {
      code: 'CL_PROFILING_INFO_NOT_AVAILABLE',
      status: -7,
    })
  }),
  draft(
    'a failed command has its failure instead of stamps',
    async (bench) => {
      const queue = bench.queue({ profiling: true })
      const gate = gateOf(bench)
      const [a, b] = [await bench.buffer(pattern(16, 144)), await bench.buffer(16)]
      const result = refused(
        'profiled',
        ready(a).pipe(copyBuffer(queue, b, { waitFor: [gate.event] }), profiled()),
        WAIT_LIST_ERROR,
      )
      gate.fail(-5)
      await result
    },
    'userEvents',
  ),
]
