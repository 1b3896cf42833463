import { of } from 'rxjs'
import { Flow, completed, ready, svmMemcpy, type Enqueued, type HostData, type SvmPointer } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual } from '../expect.ts'
import { copyBytes } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { value } from '../settle.ts'
import type { Workbench } from '../workbench.ts'

const draft = drafts('data of shared virtual memory', 'svm')
const SIZE = 83

/** [srcOffset, dstOffset, size]: whole, part, edges, nothing. */
const COPIES: readonly (readonly [number, number, number])[] = [
  [0, 0, SIZE],
  [0, 3, SIZE - 3],
  [3, 0, SIZE - 3],
  [7, 19, 31],
  [SIZE - 1, 0, 1],
  [0, SIZE - 1, 1],
  [5, 9, 0],
  [0, 0, 0],
]

type Kind = 'SVM' | 'host'

/** Memory of one kind that holds the given bytes, how to point into it, and how to look at it. */
interface Place {
  at(offset: number): SvmPointer | HostData
  contents(): Promise<Uint8Array>
}

const placeOf = async (bench: Workbench, kind: Kind, bytes: Uint8Array): Promise<Place> => {
  switch (kind) {
    case 'SVM': {
      const allocation = await bench.svm(bytes)
      return { at: (offset) => allocation.at(offset), contents: () => bench.contents(allocation) }
    }
    case 'host': {
      const memory = bytes.slice()
      return { at: (offset) => memory.subarray(offset), contents: () => Promise.resolve(memory) }
    }
  }
}

const source = (pointer: SvmPointer | HostData): Flow<never, Enqueued<SvmPointer> | HostData> =>
  '_tag' in pointer ? ready(pointer) : of<HostData>(pointer).pipe(Flow.lift())

const copies = (from: Kind, to: Kind, blocking: boolean) => async (bench: Workbench) => {
  const queue = bench.queue()
  const bytes = pattern(SIZE, 61)
  const src = await placeOf(bench, from, bytes)
  for (const [srcOffset, dstOffset, size] of COPIES) {
    const expected = pattern(SIZE, 62)
    const dst = await placeOf(bench, to, expected)
    const dstPtr = dst.at(dstOffset)
    const copied$ = source(src.at(srcOffset)).pipe(svmMemcpy(queue, dstPtr, { size, blocking }))
    const what = `svmMemcpy of ${size} bytes from ${from} byte ${srcOffset} to ${to} byte ${dstOffset}`
    if (blocking) {
      const emitted = await value(what, copied$)
      expectEqual(`${what}: status when it emits`, emitted.event.status, 0)
      expectEqual(`${what}: emitted`, emitted.value, dstPtr)
    } else expectEqual(`${what}: emitted`, await value(what, copied$.pipe(completed())), dstPtr)
    copyBytes(bytes, srcOffset, expected, dstOffset, size)
    expectBytes(`${what}: destination`, await dst.contents(), expected)
    expectBytes(`${what}: source`, await src.contents(), bytes)
  }
}

const KINDS: readonly Kind[] = ['SVM', 'host']

export const SVM_DATA: readonly Draft[] = [
  ...KINDS.flatMap((from) =>
    KINDS.flatMap((to) =>
      [false, true].map((blocking) =>
        draft(
          `svmMemcpy ${blocking ? 'blocking' : 'non-blocking'}, ${from} to ${to}, copies its bytes and no others`,
          copies(from, to, blocking),
        ),
      ),
    ),
  ),
  draft('svmMemcpy without a size copies to the end of the source', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 63)
    const src = await bench.svm(bytes)
    const host = new Uint8Array(SIZE)
    await value('svmMemcpy', ready(src.at(70)).pipe(svmMemcpy(queue, host), completed()))
    const expected = new Uint8Array(SIZE)
    copyBytes(bytes, 70, expected, 0, SIZE - 70)
    expectBytes('the destination', host, expected)
  }),
  draft('svmMemcpy copies between parts of one allocation that do not overlap', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 64)
    const memory = await bench.svm(bytes)
    for (const [from, to, size] of [
      [0, 41, 41],
      [41, 0, 41],
      [80, 3, 2],
    ] as const) {
      await value('svmMemcpy', ready(memory.at(from)).pipe(svmMemcpy(queue, memory.at(to), { size }), completed()))
      copyBytes(bytes.slice(), from, bytes, to, size)
      expectBytes(`${size} bytes from ${from} to ${to}`, await bench.contents(memory), bytes)
    }
  }),
  draft('bytes go from host to device to host through a chain without a wait in between', async (bench) => {
    const queue = bench.queue()
    const bytes = pattern(SIZE, 65)
    const [a, b] = [await bench.svm(SIZE), await bench.svm(SIZE)]
    const host = new Uint8Array(SIZE)
    const chain = of(bytes).pipe(
      Flow.lift(),
      svmMemcpy(queue, a.at(0)),
      svmMemcpy(queue, b.at(0)),
      svmMemcpy(queue, host, { blocking: true }),
    )
    await value('the chain', chain)
    expectBytes('the host memory', host, bytes)
  }),
]
