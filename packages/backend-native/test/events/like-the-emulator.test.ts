import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emulator } from '../../../backend-emu/src/index.ts'
import type { Settled } from '@rxcl/core/port'
import { playAll, playOne } from '../support/play.ts'
import { pickerOf, programArb, type Program } from '../support/random-program.ts'
import { right } from '../support/right.ts'
import { submitSteps } from '../support/run-steps.ts'
import { nextTask, Session } from '../support/session.ts'

const STATUS_OF_FAILED_WRITE = -6

const detached = (): Uint8Array => {
  const bytes = new Uint8Array(1)
  structuredClone(bytes, { transfer: [bytes.buffer] })
  return bytes
}

const userEvents = ({ steps }: Program): readonly { readonly event: number; readonly status: number }[] =>
  steps.flatMap((step, index) =>
    step.kind === 'user event' ? [{ event: index + 1, status: step.fails ? -5 : 0 }] : [],
  )

const countCommands = ({ steps }: Program): number => steps.filter(({ kind }) => kind !== 'user event').length

/** What the emulator says of a program: its writes fail because their host memory has gone. */
const emulated = async (program: Program): Promise<readonly Settled[]> => {
  const backend = emulator()
  const devices = right(backend.devices())
  const settled: Settled[] = []
  const port = right(backend.openContext(devices, (batch) => settled.push(...batch)))
  const queues = program.outOfOrder.map((outOfOrder) =>
    right(port.createQueue({ device: devices[0] as (typeof devices)[0], outOfOrder, profiling: false })),
  )
  const buffer = {
    _tag: 'Buffer',
    handle: right(port.createBuffer({ size: 64, flags: [], hostPtr: undefined })),
  } as const
  submitSteps(port, queues, buffer, program.steps, ({ fails }) => (fails ? detached() : new Uint8Array(1)))
  for (const { event, status } of userEvents(program)) right(port.setUserEventStatus(event, status))
  for (let i = 0; i < 1000 && settled.length < countCommands(program); i += 1) await nextTask()
  return settled
}

/** What this backend says of it over a driver that fails the same writes. */
const native = async (
  program: Program,
): Promise<{ readonly session: Session; readonly settled: readonly Settled[] }> => {
  const session = new Session({ isForgetful: program.isForgetful })
  const queues = program.outOfOrder.map((outOfOrder) => session.queue({ outOfOrder }))
  const buffer = session.buffer()
  const pick = pickerOf(program.seed)
  const play = {
    behind: program.behind,
    pick,
    statusOf: ({ name, args }: { readonly name: string; readonly args: readonly number[] }) =>
      name === 'WRITE_BUFFER' && (program.steps[args[1] ?? 0]?.fails ?? false) ? STATUS_OF_FAILED_WRITE : 0,
  }
  submitSteps(session.port, queues, buffer, program.steps, () => new Uint8Array(1))
  // Ends come before, between and after those of the user events; the program hears of them at the very end.
  const gates = [...userEvents(program)]
  while (gates.length > 0) {
    for (let i = pick(4); i > 0; i -= 1) playOne(session.driver, play)
    const [gate] = gates.splice(pick(gates.length), 1)
    if (gate !== undefined) right(session.port.setUserEventStatus(gate.event, gate.status))
  }
  playAll(session.driver, play)
  await nextTask()
  session.port.releaseMem(buffer.handle)
  for (const queue of queues) session.port.releaseQueue(queue)
  session.port.release()
  return { session, settled: session.settled }
}

const statuses = (settled: readonly Settled[]): ReadonlyMap<number, number> =>
  new Map([...settled].toSorted((a, b) => a.event - b.event).map(({ event, status }) => [event, status]))

it('random programs end as in the emulator, whatever the driver does behind a failure', async () => {
  await fc.assert(
    fc.asyncProperty(programArb, async (program) => {
      const expected = statuses(await emulated(program))
      const { session, settled } = await native(program)
      expect(statuses(settled)).toEqual(expected)
      expect(settled).toHaveLength(expected.size)
      expect(session.driver.faults).toEqual([])
    }),
    { numRuns: 400 },
  )
}, 60_000)

it('every -14 names an event that failed, and nothing else names one', async () => {
  await fc.assert(
    fc.asyncProperty(programArb, async (program) => {
      const { settled } = await native(program)
      const failed = new Set([
        ...settled.filter(({ status }) => status < 0).map(({ event }) => event),
        ...userEvents(program).flatMap(({ event, status }) => (status < 0 ? [event] : [])),
      ])
      for (const { status, cause, event } of settled)
        expect(status === -14 ? failed.has(cause) && cause < event : cause === 0).toBe(true)
    }),
    { numRuns: 200 },
  )
}, 60_000)

it('every object is given back, once and when the driver has let go of it', async () => {
  await fc.assert(
    fc.asyncProperty(programArb, async (program) => {
      const { session } = await native({ ...program, behind: program.behind === 'hangs' ? 'runs' : program.behind })
      expect(session.driver.live()).toEqual({ contexts: 0, queues: 0, memObjects: 0, mappings: 0, svm: 0, events: 0 })
      expect(session.driver.faults).toEqual([])
    }),
    { numRuns: 200 },
  )
}, 60_000)
