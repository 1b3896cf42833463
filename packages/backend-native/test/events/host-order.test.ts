import type { PortCommand } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import { IN_PLACE } from '../../src/binding/words.ts'
import { nextTask, Session } from '../support/session.ts'

const begin = () => {
  const session = new Session()
  const queue = session.queue({ outOfOrder: true })
  const ptr = new Uint8Array(64)
  const command = (tag: 'ReadBuffer' | 'WriteBuffer', from: number, to: number): PortCommand => ({
    _tag: tag,
    buffer: session.buffer(),
    offset: 0,
    size: to - from,
    ptr: ptr.subarray(from, to),
  })
  return { session, queue, ptr, command }
}

const names = ({ driver }: Session) => driver.taken.map(({ name }) => name)

describe('a command that uses host memory', () => {
  it.each(['WriteBuffer', 'ReadBuffer'] as const)('%s is held while a read brings bytes to it', (tag) => {
    const { session, queue, command } = begin()
    const read = session.submit(queue, command('ReadBuffer', 0, 16))
    session.submit(queue, command(tag, 15, 32), [read])
    expect(names(session)).toEqual(['READ_BUFFER'])
    session.end(0)
    expect(names(session)).toHaveLength(2)
  })

  it('is not where the read brings other bytes of the array', () => {
    const { session, queue, command } = begin()
    const read = session.submit(queue, command('ReadBuffer', 0, 16))
    session.submit(queue, command('WriteBuffer', 16, 32), [read])
    expect(names(session)).toEqual(['READ_BUFFER', 'WRITE_BUFFER'])
  })

  it('is not where both only take bytes from it', () => {
    const { session, queue, command } = begin()
    session.submit(queue, command('WriteBuffer', 0, 16))
    session.submit(queue, command('WriteBuffer', 0, 16))
    expect(names(session)).toEqual(['WRITE_BUFFER', 'WRITE_BUFFER'])
  })

  it('is not where the read has to wait for the program: it may wait for this command', () => {
    const { session, queue, command } = begin()
    session.submit(queue, command('ReadBuffer', 0, 16), [session.userEvent()])
    session.submit(queue, command('WriteBuffer', 0, 16))
    expect(names(session)).toEqual(['WRITE_BUFFER'])
  })

  it('goes on when the read has failed, and does not fail with it', async () => {
    const { session, queue, command } = begin()
    session.submit(queue, command('ReadBuffer', 0, 16))
    session.submit(queue, command('WriteBuffer', 0, 16))
    session.end(0, -5)
    session.end(0)
    await nextTask()
    expect(session.settled.map(({ status }) => status)).toEqual([-5, 0])
  })
})

describe('host memory that the driver writes by itself', () => {
  const write = (session: Session, ptr: Uint8Array): PortCommand => ({
    _tag: 'WriteBuffer',
    buffer: session.buffer(),
    offset: 0,
    size: 8,
    ptr,
  })
  const place = ({ driver }: Session) => driver.taken.at(-1)?.args[3]

  it('is used in place: with USE_HOST_PTR', () => {
    const session = new Session()
    const host = new Uint8Array(64)
    session.buffer(host)
    session.submit(session.queue(), write(session, host.subarray(8, 16)))
    expect(place(session)).toBe(IN_PLACE)
  })

  it('is used in place: of fine-grained SVM, which is kept until the driver has let go', () => {
    const session = new Session()
    const svm = session.svm(['SVM_FINE_GRAIN_BUFFER'])
    const gate = session.queue()
    session.submit(gate, write(session, session.port.svmBytes(svm.handle).subarray(0, 8)))
    expect(place(session)).toBe(IN_PLACE)
    session.port.svmFree(svm.handle)
    expect(session.driver.live().svm).toBe(1)
    session.end(0)
    expect(session.driver.live().svm).toBe(0)
  })

  it('is staged where it is only the program’s: a control', () => {
    const session = new Session()
    session.submit(session.queue(), write(session, new Uint8Array(8)))
    expect(place(session)).toBe(0)
  })

  it('gets rows with gaps straight', () => {
    const session = new Session()
    const host = new Uint8Array(64)
    session.buffer(host)
    const format = { channelOrder: 'CL_RGBA', channelDataType: 'CL_UNORM_INT8' } as const
    const image = session.image({ type: '2D', format, width: 8, height: 8, depth: 0, arraySize: 0 })
    const box = { origin: [0, 0, 0], region: [1, 2, 1] } as const
    const read = (ptr: Uint8Array): PortCommand => ({
      _tag: 'ReadImage',
      image,
      ...box,
      rowPitch: 8,
      slicePitch: 16,
      ptr,
    })
    session.submit(session.queue(), read(host))
    expect(session.driver.taken.at(-1)?.args.slice(7)).toEqual([8, 0, IN_PLACE])
    session.submit(session.queue(), read(new Uint8Array(64)))
    expect(session.driver.taken.at(-1)?.args.slice(7)).toEqual([4, 0, 0])
  })
})
