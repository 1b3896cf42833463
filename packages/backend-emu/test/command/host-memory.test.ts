import type { PortCommand } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import { at, counting, host, Session } from '../support/session.ts'

const OUT_OF_HOST_MEMORY = -6

const detach = (bytes: Uint8Array): void => {
  structuredClone(bytes.buffer, { transfer: [bytes.buffer as ArrayBuffer] })
}

const commands: readonly [string, (session: Session, ptr: Uint8Array) => PortCommand][] = [
  ['WriteBuffer', (s, ptr) => ({ _tag: 'WriteBuffer', buffer: s.buffer(8), offset: 0, size: 8, ptr })],
  ['ReadBuffer', (s, ptr) => ({ _tag: 'ReadBuffer', buffer: s.buffer(8), offset: 0, size: 8, ptr })],
  ['SvmMemcpy to the host', (s, ptr) => ({ _tag: 'SvmMemcpy', dstPtr: host(ptr), srcPtr: at(s.svm(8), 0), size: 8 })],
  ['SvmMemcpy from the host', (s, ptr) => ({ _tag: 'SvmMemcpy', dstPtr: at(s.svm(8), 0), srcPtr: host(ptr), size: 8 })],
]

describe.each(commands)('%s', (_, make) => {
  it('fails with CL_OUT_OF_HOST_MEMORY when its array is detached before it runs, and the next command runs', () => {
    const session = new Session()
    const ptr = new Uint8Array(8)
    const queue = session.queue({ outOfOrder: true })
    const event = session.submit(queue, make(session, ptr))
    const next = session.submit(queue, make(session, new Uint8Array(8)))
    detach(ptr)
    session.scheduler.flush()
    expect(session.end(event)).toMatchObject({ status: OUT_OF_HOST_MEMORY, cause: 0 })
    expect(session.end(next)).toMatchObject({ status: 0 })
  })

  it.each([
    [7, OUT_OF_HOST_MEMORY],
    [8, 0],
  ])('of 8 bytes with an array shrunk to %i settles with %i', (length, status) => {
    const session = new Session()
    // The types of es2023 do not know resizable buffers; hosts do.
    const Resizable = ArrayBuffer as unknown as new (size: number, options: object) => ArrayBuffer
    const buffer = new Resizable(16, { maxByteLength: 16 })
    const ptr = new Uint8Array(buffer)
    const event = session.submit(session.queue(), make(session, ptr))
    ;(buffer as unknown as { resize(length: number): void }).resize(length)
    session.scheduler.flush()
    expect(session.end(event)?.status).toBe(status)
  })
})

describe('host memory', () => {
  it('is read when the command runs, not when it is enqueued', () => {
    const session = new Session()
    const buffer = session.buffer(2)
    const ptr = counting(2)
    session.submit(session.queue(), { _tag: 'WriteBuffer', buffer, offset: 0, size: 2, ptr })
    ptr.fill(7)
    session.scheduler.flush()
    expect([...session.read(buffer, 2)]).toEqual([7, 7])
  })

  it('is not written while the command waits', () => {
    const session = new Session()
    const gate = session.userEvent()
    const ptr = new Uint8Array(2)
    const read = { _tag: 'ReadBuffer', buffer: session.buffer(counting(2)), offset: 0, size: 2, ptr } as const
    session.submit(session.queue(), read, { waits: [gate] })
    session.scheduler.flush()
    expect([...ptr]).toEqual([0, 0])
    session.port.setUserEventStatus(gate, 0)
    session.scheduler.flush()
    expect([...ptr]).toEqual([1, 2])
  })
})
