import { from } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { copyBuffer, Flow, ready, writeBuffer } from '../../src/index.ts'
import { type Buffers, bytes, recorded, turn } from './fixture.ts'

const MANY = 512

const chain = (commands: number) => {
  const { backend, queue, buffer } = recorded()
  const [a, b] = [buffer(), buffer()]
  let flow$: Buffers = ready(a)
  for (let i = 0; i < commands; i += 1) flow$ = flow$.pipe(copyBuffer(queue, i % 2 === 0 ? b : a))
  return { backend, queue, flow$ }
}

/** Puts what nobody catches into a list, while `run` runs. */
const unhandledIn = async (run: () => Promise<void>): Promise<readonly unknown[]> => {
  const unhandled: unknown[] = []
  const listeners = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (error) => unhandled.push(error))
  try {
    await run()
  } finally {
    process.removeAllListeners('unhandledRejection')
    for (const listener of listeners) process.on('unhandledRejection', listener)
  }
  return unhandled
}

describe('the commands of a turn', () => {
  it.each([
    [10, [10]],
    [MANY - 1, [MANY - 1]],
    [MANY, [MANY]],
    [MANY + 1, [MANY, 1]],
    [2_000, [MANY, MANY, MANY, 2_000 - 3 * MANY]],
  ])('are handed to the backend in parts where there are many: %d', async (commands, sizes) => {
    const { backend, flow$ } = chain(commands)
    flow$.subscribe()
    expect(backend.batches).toEqual([])
    await turn()
    expect(backend.batches.map(({ length }) => length)).toEqual(sizes)
    const ids = backend.submissions.map(({ event }) => event)
    expect(ids).toEqual(ids.toSorted((one, other) => one - other))
    expect(new Set(ids).size).toBe(commands)
  })

  it('are handed over before the first end can be told, and while others are still being made', async () => {
    const { backend, queue, buffer } = recorded()
    const target = buffer()
    const made: number[] = []
    let tasks = 0
    setImmediate(() => (tasks += 1))
    backend.onSubmit = () => made.push(tasks)
    let emitted = 0
    const inHand: number[] = []
    from(Array.from({ length: 2_000 }, () => bytes(1)))
      .pipe(Flow.lift(), writeBuffer(queue, target))
      .subscribe(() => {
        emitted += 1
        inHand.push(backend.submissions.length)
      })
    await turn()
    expect(made).toEqual([0, 0, 0, 0])
    expect(emitted).toBe(2_000)
    expect(inHand.at(0)).toBe(0)
    expect(inHand.at(MANY)).toBe(MANY)
  })

  it('are queued until they are handed over; then the backend says what they are', async () => {
    const { backend, queue, buffer } = recorded()
    const target = buffer()
    const statuses: number[] = []
    from(Array.from({ length: MANY + 1 }, () => bytes(1)))
      .pipe(Flow.lift(), writeBuffer(queue, target))
      .subscribe((either) => statuses.push(either._tag === 'Right' ? either.right.event.status : Number.NaN))
    await turn()
    const [QUEUED, SUBMITTED] = [3, 2]
    expect(new Set(statuses.slice(0, MANY - 1))).toEqual(new Set([QUEUED]))
    expect(statuses.slice(MANY - 1)).toEqual([SUBMITTED, QUEUED])
    expect(backend.submissions).toHaveLength(MANY + 1)
  })

  it('are all lost where the backend throws at a part of them: their flow ends, once, and the defect is seen', async () => {
    const { backend, queue, buffer } = recorded()
    const target = buffer()
    const defect = new Error('the port threw')
    backend.onSubmit = () => {
      throw defect
    }
    const statuses: number[] = []
    let emissions = 0
    let completions = 0
    const unhandled = await unhandledIn(async () => {
      from(Array.from({ length: MANY * 2 + 1 }, () => bytes(1)))
        .pipe(Flow.lift(), writeBuffer(queue, target))
        .subscribe({
          next: (either) => {
            emissions += 1
            if (either._tag === 'Right') statuses.push(either.right.event.status)
          },
          complete: () => (completions += 1),
        })
      await turn()
      await turn()
    })
    expect({ emissions, completions }).toEqual({ emissions: MANY * 2 + 1, completions: 1 })
    const QUEUED = 3
    expect(new Set(statuses)).toEqual(new Set([QUEUED]))
    // The rest may need what was lost: it is not tried.
    expect(backend.batches).toHaveLength(1)
    expect(unhandled).toEqual([defect])
  })

  it('of the next turn are handed over again after that', async () => {
    const { backend, queue, buffer } = recorded()
    const target = buffer()
    backend.onSubmit = () => {
      backend.onSubmit = () => undefined
      throw new Error('the port threw once')
    }
    const write = (commands: number) =>
      from(Array.from({ length: commands }, () => bytes(1)))
        .pipe(Flow.lift(), writeBuffer(queue, target))
        .subscribe()
    await unhandledIn(async () => {
      write(MANY)
      await turn()
      await turn()
    })
    write(3)
    await turn()
    expect(backend.batches.map(({ length }) => length)).toEqual([MANY, 3])
  })
})
