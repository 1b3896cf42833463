import { of } from 'rxjs'
import { Command, Flow, completed, ready, svmFree, svmMemcpy } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual } from '../expect.ts'
import { gateOf } from '../order/gate.ts'
import { pattern } from '../pattern.ts'
import { pause, refused, value } from '../settle.ts'

const draft = drafts('freeing of shared virtual memory', 'svm')
const SIZE = 64
const GONE = { code: 'CL_INVALID_VALUE', status: -30, origin: 'validation' } as const

export const SVM_FREE: readonly Draft[] = [
  draft('memory is freed behind the commands before: they still have it', async (bench) => {
    const queue = bench.queue()
    const gate = gateOf(bench)
    const bytes = pattern(SIZE, 261)
    const [a, b] = [await bench.svm(bytes), await bench.svm(SIZE)]
    const copy = ready(a.at(0)).pipe(svmMemcpy(queue, b.at(0), { size: SIZE, waitFor: [gate.event] }))
    const freed = copy.pipe(
      Flow.map(() => ({ value: a.at(0), event: gate.event })),
      svmFree(queue),
    )
    const done = [value('the copy', copy.pipe(completed())), value('svmFree', freed.pipe(completed()))] as const
    await pause()
    for (let round = 0; round < 20; round += 1) (await bench.svm(pattern(SIZE, round))).free()
    gate.open()
    expectEqual('what svmFree emits', (await Promise.all(done))[1], undefined)
    expectBytes('the copy', await bench.contents(b), bytes)
  }),
  draft('a pointer is refused as soon as svmFree is enqueued, and the rest goes on', async (bench) => {
    const queue = bench.queue()
    const gate = gateOf(bench)
    const [gone, kept] = [await bench.svm(pattern(SIZE, 262)), await bench.svm(pattern(SIZE, 263))]
    const pointer = gone.at(0)
    const freed = value('svmFree', ready([pointer]).pipe(svmFree(queue, { waitFor: [gate.event] }), completed()))
    await pause()
    const copy = of(pattern(SIZE, 264)).pipe(Flow.lift(), svmMemcpy(bench.queue(), pointer))
    await refused('svmMemcpy', copy, { ...GONE, parameter: 'dst_ptr' })
    await refused('a second svmFree', bench.enqueue(bench.queue(), Command.svmFree({ svmPointers: [pointer] })), {
      ...GONE,
      parameter: 'svm_pointers',
    })
    gone.free()
    gate.open()
    await freed
    expectBytes('the other memory', await bench.contents(kept), pattern(SIZE, 263))
  }),
  draft('one command frees many allocations', async (bench) => {
    const queue = bench.queue()
    for (let round = 0; round < 20; round += 1) {
      const allocations = await Promise.all([1, 2, 3].map((seed) => bench.svm(pattern(SIZE, seed))))
      await bench.run(queue, Command.svmFree({ svmPointers: allocations.map((one) => one.at(0)) }))
      for (const one of allocations)
        await refused(
          'svmMemFill',
          bench.enqueue(queue, Command.svmMemFill({ svmPtr: one.at(0), pattern: new Uint8Array(4) })),
          {
            ...GONE,
            parameter: 'svm_ptr',
          },
        )
    }
  }),
]
