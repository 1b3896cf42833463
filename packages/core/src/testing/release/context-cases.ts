import * as E from 'fp-ts/lib/Either.js'
import { lastValueFrom, of, toArray, NEVER, merge } from 'rxjs'
import {
  Flow,
  completed,
  copyBuffer,
  createOpenCL,
  readBuffer,
  ready,
  writeBuffer,
  type ClCommandQueue,
  type ClContext,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual, expectLeft, expectThat, fail, right } from '../expect.ts'
import { pattern } from '../pattern.ts'
import { pause, refused, value } from '../settle.ts'
import { WAIT_LIST_ERROR } from '../failure/wait-list-error.ts'
import type { Workbench } from '../workbench.ts'

const draft = drafts('release of contexts')
const data = pattern(16, 131)
const INVALID_CONTEXT = { code: 'CL_INVALID_CONTEXT', status: -34, origin: 'validation' } as const

/** A write and a read in a context of their own. */
const roundTrip = (context: ClContext) => {
  const queue = right('createCommandQueue', context.createCommandQueue())
  const buffer = right('createBuffer', context.createBuffer({ size: 16 }))
  return of(data).pipe(Flow.lift(), writeBuffer(queue, buffer), readBuffer(queue))
}

const expectReleased = (context: ClContext | undefined): void => {
  if (context === undefined) return fail('withContext did not call its function')
  expectLeft('createBuffer', context.createBuffer({ size: 4 }), INVALID_CONTEXT)
  expectLeft('createCommandQueue', context.createCommandQueue(), INVALID_CONTEXT)
}

/** A queue, two buffers and a gated copy in a context, for what happens when the context goes first. */
const pendingCopy = (bench: Workbench, context: ClContext) => {
  const queue: ClCommandQueue = right('createCommandQueue', context.createCommandQueue())
  const gate = right('createUserEvent', context.createUserEvent())
  const [a, b] = [0, 1].map(() => right('createBuffer', context.createBuffer({ size: 16 })))
  if (a === undefined || b === undefined) return fail('no buffers')
  expectEqual('the device', queue.device, bench.device)
  return { queue, gate, a, copy: ready(a).pipe(copyBuffer(queue, b, { waitFor: [gate] })) }
}

export const CONTEXT_RELEASE: readonly Draft[] = [
  draft('withContext gives what its function gives and releases the context at the end', async (bench) => {
    let seen: ClContext | undefined
    const flow = bench.opencl.withContext((context) => {
      seen = context
      return roundTrip(context)
    })
    expectBytes('the bytes', await value('withContext', flow), data)
    expectReleased(seen)
  }),
  draft('withContext opens a context for each subscription', async (bench) => {
    const contexts = new Set<ClContext>()
    const flow = bench.opencl.withContext((context) => {
      contexts.add(context)
      return roundTrip(context)
    })
    const both = await Promise.all([value('the first', flow), value('the second', flow)])
    for (const bytes of both) expectBytes('the bytes', bytes, data)
    expectEqual('contexts', contexts.size, 2)
    for (const context of contexts) expectReleased(context)
  }),
  draft('withContext releases the context when its function throws', async (bench) => {
    let seen: ClContext | undefined
    const defect = new Error('a defect of the program')
    const flow = bench.opencl.withContext((context): Flow<never, never> => {
      seen = context
      throw defect
    })
    const thrown = await lastValueFrom(flow.pipe(toArray())).catch((error: unknown) => error)
    expectEqual('what the flow throws', thrown, defect)
    expectReleased(seen)
  }),
  draft('unsubscribing from withContext releases the context while commands run', async (bench) => {
    for (let round = 0; round < 20; round += 1) {
      let seen: ClContext | undefined
      const errors: unknown[] = []
      const flow = bench.opencl.withContext((context) => {
        seen = context
        const queue = right('createCommandQueue', context.createCommandQueue())
        const [a, b] = [0, 1].map(() => right('createBuffer', context.createBuffer({ size: 1 << 16 })))
        if (a === undefined || b === undefined) return fail('no buffers')
        return merge(ready(a).pipe(copyBuffer(queue, b), copyBuffer(queue, a)), NEVER)
      })
      const subscription = flow.subscribe({ error: (error: unknown) => errors.push(error) })
      await Promise.resolve()
      subscription.unsubscribe()
      expectReleased(seen)
      expectEqual('errors', errors.length, 0)
    }
    expectBytes('a context afterwards', await value('withContext', bench.opencl.withContext(roundTrip)), data)
  }),
  draft(
    'a released context fails what waits for its user events',
    async (bench) => {
      const context = right('createContext', bench.opencl.createContext())
      const { gate, copy } = pendingCopy(bench, context)
      const result = refused('the copy', copy.pipe(completed()), WAIT_LIST_ERROR)
      await pause()
      context.release()
      const { cause } = await result
      expectEqual('the cause', cause?._tag, 'CL_INVALID_CONTEXT')
      expectThat(E.isLeft(gate.complete()), 'a user event of a released context takes no status')
      expectReleased(context)
    },
    'userEvents',
  ),
  draft('objects of a released context are refused', async (bench) => {
    const context = right('createContext', bench.opencl.createContext())
    const queue = right('createCommandQueue', context.createCommandQueue())
    const buffer = right('createBuffer', context.createBuffer({ size: 16 }))
    context.release()
    context.release()
    await refused('readBuffer', ready(buffer).pipe(readBuffer(queue)), {
      code: 'CL_INVALID_COMMAND_QUEUE',
      parameter: 'command_queue',
      origin: 'validation',
    })
    await refused('readBuffer', ready(buffer).pipe(readBuffer(bench.queue())), {
      code: 'CL_INVALID_MEM_OBJECT',
      parameter: 'buffer',
      origin: 'validation',
    })
  }),
  draft('200 rounds of opening and releasing a context', async (bench) => {
    for (let round = 0; round < 200; round += 1) {
      const bytes = await value(`round ${round}`, bench.opencl.withContext(roundTrip))
      if (round % 20 === 0) expectBytes(`round ${round}`, bytes, data)
    }
  }),
  draft('two OpenCL objects over one backend do not disturb each other', async (bench) => {
    const other = createOpenCL(bench.backend)
    const flows = [bench.opencl, other].map((opencl) => value('withContext', opencl.withContext(roundTrip)))
    for (const bytes of await Promise.all(flows)) expectBytes('the bytes', bytes, data)
  }),
]
