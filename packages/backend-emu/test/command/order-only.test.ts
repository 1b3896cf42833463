import type { PortCommand } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import { put } from '../support/programs.ts'
import { at, counting, host, Session } from '../support/session.ts'

const setUp = () => {
  const session = new Session()
  const buffer = session.buffer(counting(4))
  const svm = session.svm(4)
  session.run({ _tag: 'SvmMemcpy', dstPtr: at(svm, 0), srcPtr: host(counting(4)), size: 4 })
  const read = (): number[] => {
    const out = new Uint8Array(4)
    session.run({ _tag: 'SvmMemcpy', dstPtr: host(out), srcPtr: at(svm, 0), size: 4 })
    return [...session.read(buffer, 4), ...out]
  }
  return { session, buffer, svm, read }
}

type SetUp = ReturnType<typeof setUp>

const commands: readonly [string, (parts: SetUp) => PortCommand][] = [
  ['MigrateMemObjects', ({ buffer }) => ({ _tag: 'MigrateMemObjects', memObjects: [buffer], flags: ['HOST'] })],
  [
    'MigrateMemObjects with CONTENT_UNDEFINED',
    ({ buffer }) => ({ _tag: 'MigrateMemObjects', memObjects: [buffer], flags: ['CONTENT_UNDEFINED'] }),
  ],
  ['SvmMigrateMem', ({ svm }) => ({ _tag: 'SvmMigrateMem', svmPointers: [at(svm, 0)], sizes: [4], flags: [] })],
  ['SvmFree', ({ svm }) => ({ _tag: 'SvmFree', svmPointers: [at(svm, 0)] })],
]

describe.each(commands)('%s', (_, make) => {
  it('waits, completes in its place, and leaves all bytes', () => {
    const parts = setUp()
    const { session, buffer, read } = parts
    const gate = session.userEvent()
    const queue = session.queue()
    const event = session.submit(queue, make(parts), { waits: [gate] })
    const next = session.submit(queue, put(buffer, 9))
    session.scheduler.flush()
    expect([session.end(event), session.end(next), read()[0]]).toEqual([undefined, undefined, 1])
    session.port.setUserEventStatus(gate, 0)
    session.scheduler.flush()
    expect([event, next].map((id) => session.end(id)?.status)).toEqual([0, 0])
    expect(read()).toEqual([9, 2, 3, 4, 1, 2, 3, 4])
  })
})
