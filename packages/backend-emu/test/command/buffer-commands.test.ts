import { describe, expect, it } from 'vitest'
import { counting, Session } from '../support/session.ts'

describe('buffer commands', () => {
  it('WriteBuffer puts the first size bytes of the host at offset', () => {
    const session = new Session()
    const buffer = session.buffer(6)
    session.run({ _tag: 'WriteBuffer', buffer, offset: 2, size: 3, ptr: counting(5) })
    expect([...session.read(buffer, 6)]).toEqual([0, 0, 1, 2, 3, 0])
  })

  it('ReadBuffer puts size bytes from offset on at the start of the host array', () => {
    const session = new Session()
    const ptr = new Uint8Array(5).fill(9)
    session.run({ _tag: 'ReadBuffer', buffer: session.buffer(counting(6)), offset: 2, size: 3, ptr })
    expect([...ptr]).toEqual([3, 4, 5, 9, 9])
  })

  it('host memory is the view, not the array behind it', () => {
    const session = new Session()
    const buffer = session.buffer(4)
    session.run({ _tag: 'WriteBuffer', buffer, offset: 0, size: 2, ptr: counting(6).subarray(3, 5) })
    const into = new Uint8Array(6)
    session.run({ _tag: 'ReadBuffer', buffer, offset: 0, size: 2, ptr: into.subarray(1, 3) })
    expect([...into]).toEqual([0, 4, 5, 0, 0, 0])
  })

  it.each([
    ['another buffer', false],
    ['the same buffer', true],
  ])('CopyBuffer moves size bytes from src_offset to dst_offset of %s', (_, isSame) => {
    const session = new Session()
    const src = session.buffer(counting(100))
    const dst = isSame ? src : session.buffer(100)
    session.run({ _tag: 'CopyBuffer', srcBuffer: src, dstBuffer: dst, srcOffset: 1, dstOffset: 60, size: 40 })
    const expected = isSame ? counting(100) : new Uint8Array(100)
    expected.set(counting(40, 2), 60)
    expect(session.read(dst, 100)).toEqual(expected)
  })

  it.each(['WriteBuffer', 'ReadBuffer'] as const)('%s of no bytes completes and touches nothing', (_tag) => {
    const session = new Session()
    const buffer = session.buffer(counting(2))
    const ptr = Uint8Array.of(9)
    expect(session.run({ _tag, buffer, offset: 2, size: 0, ptr }).status).toBe(0)
    expect([...session.read(buffer, 2), ...ptr]).toEqual([1, 2, 9])
  })

  it('a sub-buffer is a window into its parent, both ways', () => {
    const session = new Session()
    const parent = session.buffer(counting(8))
    const sub = session.subBuffer(parent, 4, 3)
    expect([...session.read(sub, 3)]).toEqual([5, 6, 7])
    session.run({ _tag: 'CopyBuffer', srcBuffer: parent, dstBuffer: sub, srcOffset: 0, dstOffset: 1, size: 2 })
    expect([...session.read(parent, 8)]).toEqual([1, 2, 3, 4, 5, 1, 2, 8])
  })

  it('buffers do not share bytes', () => {
    const session = new Session()
    const [first, second] = [session.buffer(counting(16)), session.buffer(counting(16, 50))]
    expect(session.read(first, 16)).toEqual(counting(16))
    expect(session.read(second, 16)).toEqual(counting(16, 50))
  })
})
