import type { PortCommand } from '@rxcl/core/port'
import { contractCases } from '@rxcl/core/testing'
import { describe, expect, it } from 'vitest'
import { faultyBackend, type Fault } from '../faulty-backend.ts'

const IN_ORDER = 'an in-order queue gives what the commands say, one after another'
const seeded = { options: { seed: 5 } }

/** A command that is carried out as another. */
const instead = <T extends PortCommand['_tag']>(
  tag: T,
  change: (command: Extract<PortCommand, { _tag: T }>) => PortCommand,
): Fault => ({
  command: (command) => (command._tag === tag ? change(command as Extract<PortCommand, { _tag: T }>) : command),
})

const nothing = (): PortCommand => ({ _tag: 'Marker', hasWaitList: true })

const OF_ONE_COMMAND: Readonly<Record<string, Fault>> = {
  'the slice pitch of a written box is that of tight slices': instead('WriteBufferRect', (command) => ({
    ...command,
    bufferSlicePitch: command.bufferRowPitch * command.region[1],
  })),
  'a box is read from the beginning of its row': instead('ReadBufferRect', (command) => ({
    ...command,
    bufferOrigin: [0, command.bufferOrigin[1], command.bufferOrigin[2]],
  })),
  'of a copied box one slice is left out': instead('CopyBufferRect', (command) => ({
    ...command,
    region: [command.region[0], command.region[1], 1],
  })),
  'a fill of a buffer is one pattern short': instead('FillBuffer', (command) => ({
    ...command,
    size: Math.max(0, command.size - command.pattern.byteLength),
  })),
  'a fill of shared virtual memory begins at its first byte': instead('SvmMemFill', (command) => ({
    ...command,
    svmPtr: { ...command.svmPtr, allocation: command.svmPtr.allocation, byteOffset: 0 },
  })),
  'a fill of an image has red and blue changed round': instead('FillImage', (command) => {
    const [r = 0, g = 0, b = 0, a = 0] = new Float32Array(command.fillColor.slice().buffer)
    return { ...command, fillColor: new Uint8Array(Float32Array.of(b, g, r, a).buffer) }
  }),
  'a copy between images goes to the first column': instead('CopyImage', (command) => ({
    ...command,
    dstOrigin: [0, command.dstOrigin[1], command.dstOrigin[2]],
  })),
  'a write to an image is lost': instead('WriteImage', nothing),
  'what the host wrote into a mapped object is lost': instead('UnmapMemObject', nothing),
  'what the host wrote into mapped shared virtual memory is lost': instead('SvmUnmap', nothing),
  'a map shows nothing of what is there': instead('MapBuffer', (command) => ({
    ...command,
    mapFlags: ['WRITE_INVALIDATE_REGION'],
  })),
  'a migration leaves nothing behind': instead('MigrateMemObjects', ({ memObjects: [first] }) =>
    first?._tag === 'Buffer'
      ? { _tag: 'FillBuffer', buffer: first, pattern: new Uint8Array(1), offset: 0, size: 4 }
      : nothing(),
  ),
}

const errorsOf = async (fault: Fault, isIn: (name: string, group: string) => boolean): Promise<readonly unknown[]> => {
  const errors: unknown[] = []
  const cases = contractCases({ backend: () => faultyBackend(fault), timeLimit: 10_000, runs: 150 })
  for (const one of cases.filter(({ name, group }) => isIn(name, group)))
    await one.run().catch((error: unknown) => errors.push(error))
  return errors
}

describe('random programs find', () => {
  it.each(Object.entries(OF_ONE_COMMAND))('%s', { timeout: 30_000 }, async (_, fault) => {
    const errors = await errorsOf(fault, (name, group) => group === 'random programs' && name === IN_ORDER)
    expect(errors.map(String)).toEqual([expect.stringMatching(/first difference at byte/)])
  })

  it('nothing where there is no fault', { timeout: 30_000 }, async () => {
    expect(await errorsOf(seeded, (name, group) => group === 'random programs' && name === IN_ORDER)).toEqual([])
  })
})

/** What core adds is lost, and what it would add. */
const WITHOUT_WAITS: Fault = { ...seeded, submission: (one) => ({ ...one, waits: [] }) }

describe('random programs without waits find that none is added', () => {
  const names = contractCases({ backend: () => faultyBackend({}) })
    .filter(({ group }) => group === 'random programs without waits')
    .map(({ name }) => name)
    .filter((name) => !name.includes('report'))

  it('in four ways', () => {
    expect(names).toHaveLength(4)
  })

  it.each(names)('%s', { timeout: 30_000 }, async (name) => {
    const errors = await errorsOf(
      WITHOUT_WAITS,
      (other, group) => group === 'random programs without waits' && other === name,
    )
    expect(errors).toHaveLength(1)
  })
})
