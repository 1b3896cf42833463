import { emulator } from '@rxcl/backend-emu'
import { copyBuffer, createOpenCL, ready, type ClBuffer, type ClEvent, type ClCommandQueue } from '@rxcl/core'
import { lastValueFrom } from 'rxjs'
import { measure, median } from './measure.ts'
import { right } from './right.ts'

const SIZE = 64

export interface CommandResult {
  readonly commands: number
  readonly microseconds: number
  /** The same copies in a plain loop. */
  readonly plainMicroseconds: number
  /** Live heap with every command in flight, in bytes. */
  readonly heap: number
}

/** n copies, each from what the one before wrote. */
const chain = (queue: ClCommandQueue, a: ClBuffer, b: ClBuffer, n: number, gate: readonly ClEvent[] = []) => {
  let flow = ready(a).pipe(copyBuffer(queue, b, { waitFor: gate }))
  for (let i = 1; i < n; i += 1) flow = flow.pipe(copyBuffer(queue, i % 2 === 0 ? b : a))
  return flow
}

const collect = (): void => {
  if (globalThis.gc === undefined) throw new Error('run with --expose-gc')
  globalThis.gc()
  globalThis.gc()
}

const macrotask = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Chained 64-byte copies from building the operators to the last completion. */
export const measureCommands = async (counts: readonly number[]): Promise<readonly CommandResult[]> => {
  const context = right(createOpenCL(emulator()).createContext())
  const queue = right(context.createCommandQueue())
  const a = right(context.createBuffer({ size: SIZE }))
  const b = right(context.createBuffer({ size: SIZE }))
  const source = new Uint8Array(SIZE).fill(1)
  const target = new Uint8Array(SIZE)
  const plainLoop = (n: number): void => {
    for (let i = 0; i < n; i += 2) {
      target.set(source)
      source.set(target)
    }
  }

  /** Everything waits for a user event, so that all n are alive at once. */
  const heapInFlight = async (n: number): Promise<number> => {
    const gate = right(context.createUserEvent())
    collect()
    const before = process.memoryUsage().heapUsed
    const flow = chain(queue, a, b, n, [gate])
    const done = lastValueFrom(flow)
    await macrotask()
    collect()
    const inFlight = process.memoryUsage().heapUsed - before
    right(gate.complete())
    await done
    return inFlight / n
  }

  const results: CommandResult[] = []
  for (const commands of counts) {
    const [milliseconds = 0, plain = 0] = await measure(
      [
        { name: `${commands} chained`, run: async () => void (await lastValueFrom(chain(queue, a, b, commands))) },
        { name: `${commands} in a loop`, run: () => plainLoop(commands) },
      ],
      5,
      Math.max(3, Math.min(200, Math.ceil(40_000 / commands))),
    )
    const heaps = [await heapInFlight(commands), await heapInFlight(commands), await heapInFlight(commands)]
    results.push({
      commands,
      microseconds: (milliseconds * 1000) / commands,
      plainMicroseconds: (plain * 1000) / commands,
      heap: median(heaps),
    })
  }
  context.release()
  return results
}
