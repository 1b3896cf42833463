import { emulator } from '@rxcl/backend-emu'
import { copyBuffer, createOpenCL, ready, type ClEvent, type HazardMode } from '@rxcl/core'
import { right } from './right.ts'

const SIZE = 64
/** Copies that wait for a user event all the while; each keeps a range that it reads and one that it writes. */
const LIVE = 5_000
/** Copies of one turn, in two halves. They end before the next begins. */
const HALF = 500
const TURNS = 20
const ROUNDS = 15

export interface HazardResult {
  readonly what: string
  readonly liveRanges: number
  /** Microseconds of the processor for each copy, with `hazards: 'off'` and 'order'. */
  readonly off: number
  readonly order: number
}

/** Copies over buffers of which much is in use. */
const world = (hazards: HazardMode) => {
  const context = right(createOpenCL(emulator()).createContext({ hazards }))
  const queue = right(context.createCommandQueue({ outOfOrder: true }))
  const size = (LIVE + 2 * HALF) * SIZE
  const [from, to] = [right(context.createBuffer({ size })), right(context.createBuffer({ size }))]
  const gate = right(context.createUserEvent())
  const copy = (place: number, waitFor: readonly ClEvent[]) =>
    ready(from).pipe(
      copyBuffer(queue, to, { srcOffset: place * SIZE, dstOffset: place * SIZE, size: SIZE, waitFor: [...waitFor] }),
    )
  for (let place = 0; place < LIVE; place += 1) copy(place, [gate]).subscribe()

  /**
   * One turn of copies, over ranges that are not in use; the second half over those of the first or over others. What
   * nobody orders waits by hand.
   */
  const turn = (isTwice: boolean): Promise<void> =>
    new Promise((resolve) => {
      let left = 2 * HALF
      const complete = (): void => {
        left -= 1
        if (left === 0) resolve()
      }
      const events: ClEvent[] = []
      const second = (): void => {
        for (let i = 0; i < HALF; i += 1) {
          const event = events[i]
          const waitFor = isTwice && hazards === 'off' && event !== undefined ? [event] : []
          copy(LIVE + i + (isTwice ? 0 : HALF), waitFor).subscribe({ complete })
        }
      }
      const next = (event: ClEvent): void => {
        events.push(event)
        if (events.length === HALF) second()
      }
      for (let i = 0; i < HALF; i += 1)
        copy(LIVE + i, []).subscribe({ next: (enqueued) => next(right(enqueued).event), complete })
    })
  const end = (): void => {
    right(gate.complete())
    context.release()
  }
  return { turn, end }
}

/** Processor time, which other programs on the machine disturb less. */
const measureTurns = async (hazards: HazardMode, isTwice: boolean): Promise<number> => {
  const { turn, end } = world(hazards)
  await turn(isTwice)
  const begin = process.cpuUsage()
  for (let i = 0; i < TURNS; i += 1) await turn(isTwice)
  const { user, system } = process.cpuUsage(begin)
  end()
  return (user + system) / (2 * HALF * TURNS)
}

/** What ordering by what is touched costs each command: the fastest of rounds in which the two modes take turns. */
export const measureHazards = async (): Promise<readonly HazardResult[]> => {
  const results: HazardResult[] = []
  for (const isTwice of [false, true]) {
    const off: number[] = []
    const order: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      off.push(await measureTurns('off', isTwice))
      order.push(await measureTurns('order', isTwice))
    }
    results.push({
      what: isTwice ? 'each range twice' : 'no range twice',
      liveRanges: 2 * LIVE,
      off: Math.min(...off),
      order: Math.min(...order),
    })
  }
  return results
}
