import { contractCases, runContract } from '@rxcl/core/testing'
import { describe, expect, it } from 'vitest'
import { emulator } from '../src/index.ts'
import { faultyBackend, type Fault } from './faulty-backend.ts'

const seeded = { options: { seed: 5 } }

/** A fault, and the group of cases that must find it. */
const FAULTS: Readonly<Record<string, readonly [string, Fault]>> = {
  'wait lists are not kept': [
    'order by wait lists',
    { ...seeded, submission: (one) => ({ ...one, waits: [], failedWait: 0 }) },
  ],
  'joins wait for one event only': [
    'order in graphs',
    { ...seeded, submission: (one) => ({ ...one, waits: one.waits.slice(0, 1) }) },
  ],
  'in-order queues run out of order': [
    'order of an in-order queue',
    { ...seeded, port: (port) => ({ createQueue: (desc) => port.createQueue({ ...desc, outOfOrder: true }) }) },
  ],
  'out-of-order queues run in order': [
    'markers and barriers',
    { port: (port) => ({ createQueue: (desc) => port.createQueue({ ...desc, outOfOrder: false }) }) },
  ],
  'barriers are markers': [
    'markers and barriers',
    { command: (command) => (command._tag === 'Barrier' ? { ...command, _tag: 'Marker' } : command) },
  ],
  'markers are barriers': [
    'markers and barriers',
    { command: (command) => (command._tag === 'Marker' ? { ...command, _tag: 'Barrier' } : command) },
  ],
  'markers and barriers look at their list alone': [
    'markers and barriers',
    { command: (command) => ('hasWaitList' in command ? { ...command, hasWaitList: true } : command) },
  ],
  'markers and barriers wait for everything': [
    'markers and barriers',
    { command: (command) => ('hasWaitList' in command ? { ...command, hasWaitList: false } : command) },
  ],
  'copies of buffers are a byte short': [
    'data of buffers',
    {
      command: (command) =>
        command._tag === 'CopyBuffer' ? { ...command, size: Math.max(0, command.size - 1) } : command,
    },
  ],
  'a sub-buffer begins where its parent does': [
    'data of sub-buffers',
    {
      port: (port) => ({ createSubBuffer: (parent, desc) => port.createSubBuffer(parent, { ...desc, origin: 0 }) }),
    },
  ],
  'the slice pitch of a write is not looked at': [
    'data of images',
    {
      command: (command) =>
        command._tag === 'WriteImage'
          ? { ...command, inputSlicePitch: command.inputRowPitch * command.region[1] }
          : command,
    },
  ],
  'the row pitch of a read is not looked at': [
    'data of images',
    {
      command: (command) =>
        command._tag === 'ReadImage' && command.image.type !== '1D_ARRAY'
          ? { ...command, rowPitch: command.region[0] * command.image.elementSize }
          : command,
    },
  ],
  'a copy from an image to a buffer starts at the left edge': [
    'data between images and buffers',
    {
      command: (command) =>
        command._tag === 'CopyImageToBuffer'
          ? { ...command, srcOrigin: [0, command.srcOrigin[1], command.srcOrigin[2]] }
          : command,
    },
  ],
  'an image of a buffer has pixels of its own': [
    'data between images and buffers',
    {
      port: (port) => ({
        createImage: (shape, flags, buffer) =>
          shape.type === '1D_BUFFER'
            ? port.createImage({ ...shape, type: '1D' }, flags, undefined)
            : port.createImage(shape, flags, buffer),
      }),
    },
  ],
  'only the first 8 bytes of a pixel are kept': [
    'formats of images',
    {
      command: (command) =>
        command._tag === 'WriteImage' && command.image.elementSize === 16
          ? { ...command, ptr: command.ptr.map((byte, index) => (index % 16 < 8 ? byte : 0)) }
          : command,
    },
  ],
  'offsets into shared virtual memory are not looked at': [
    'data of shared virtual memory',
    {
      command: (command) =>
        command._tag === 'SvmMemcpy' && command.dstPtr._tag === 'SvmPointer'
          ? { ...command, dstPtr: { ...command.dstPtr, allocation: command.dstPtr.allocation, byteOffset: 0 } }
          : command,
    },
  ],
  'a failed command counts as complete': [
    'failure of what is waited for',
    { settled: (one) => [{ ...one, status: 0, cause: 0 }] },
  ],
  'a failure has lost its cause': ['failure of what is waited for', { settled: (one) => [{ ...one, cause: 0 }] }],
  'what waits for a failed event runs': [
    'failure of what is waited for',
    {
      port: (port) => ({ setUserEventStatus: (event) => port.setUserEventStatus(event, 0) }),
      submission: (one) => ({ ...one, failedWait: 0 }),
    },
  ],
  'a marker fails with the commands before it': [
    'queues after a failure',
    { port: (port) => ({ createQueue: (desc) => port.createQueue({ ...desc, outOfOrder: false }) }) },
  ],
  'commands start before they are submitted': [
    'profiling',
    {
      settled: (one) => [
        one.profile === undefined ? one : { ...one, profile: { ...one.profile, start: one.profile.submit - 1n } },
      ],
    },
  ],
  'commands never end': ['profiling', { settled: () => [] }],
}

const faultOf = (name: string): Fault => {
  const [, fault] = FAULTS[name] ?? []
  if (fault === undefined) throw new Error(`no fault has the name ${name}`)
  return fault
}

const failuresOf = async (group: string, fault: Fault, timeLimit = 600): Promise<readonly unknown[]> => {
  const errors: unknown[] = []
  const cases = contractCases({ backend: () => faultyBackend(fault), timeLimit, runs: 10 })
  for (const one of cases.filter((candidate) => candidate.group === group))
    await one.run().catch((error: unknown) => errors.push(error))
  return errors
}

describe('a fault of a backend is found', () => {
  it.each(Object.entries(FAULTS))('%s', { timeout: 30_000 }, async (_, [group, fault]) => {
    expect(await failuresOf(group, fault)).not.toEqual([])
  })

  const groups = [...new Set(Object.values(FAULTS).map(([group]) => group))]
  it.each(groups)('and where there is none nothing is: %s', { timeout: 30_000 }, async (group) => {
    expect(await failuresOf(group, seeded, 10_000)).toEqual([])
  })
})

describe('what a failed case says', () => {
  it('names a case that does not end', async () => {
    const errors = await failuresOf('profiling', { settled: () => [] })
    expect(errors.map(String)).toContain('Error: did not end within 600 ms')
  })

  it('gives the seed and the smallest program that fast-check found', async () => {
    const fault = faultOf('wait lists are not kept')
    const errors = await failuresOf('random programs', fault)
    expect(errors.map(String).join('\n')).toMatch(/seed: 1.*Counterexample: \[\[\{"kind":.*Got.*expected/s)
  })

  it('names the first byte that differs', async () => {
    const fault = faultOf('copies of buffers are a byte short')
    const errors = await failuresOf('data of buffers', fault)
    expect(errors.map(String).join('\n')).toMatch(
      /copyBuffer of 97 bytes from 0 to 0: destination: first difference at byte 96 of 97/,
    )
  })
})

describe('runContract', () => {
  it('passes every case on the emulator and reports each', { timeout: 60_000 }, async () => {
    const reported: unknown[] = []
    const { passed, failed } = await runContract({ backend: () => emulator(), runs: 5 }, (_, error) =>
      reported.push(error),
    )
    expect(failed).toEqual([])
    expect(passed).toHaveLength(contractCases({ backend: () => emulator() }).length)
    expect(reported).toEqual(passed.map(() => undefined))
  })

  it('lists what failed with its error', { timeout: 60_000 }, async () => {
    const fault = faultOf('commands start before they are submitted')
    const { failed } = await runContract({ backend: () => faultyBackend(fault), runs: 1 })
    expect(failed.map((one) => one.case.name)).toContain('the stamps of a command are in order')
    expect(failed.every((one) => one.error instanceof Error)).toBe(true)
  })

  it('names every case once', () => {
    const names = contractCases({ backend: () => emulator() }).map((one) => `${one.group}: ${one.name}`)
    expect(new Set(names).size).toBe(names.length)
  })
})
