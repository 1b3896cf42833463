import type { BufferRef, PortCopyBufferRect } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import { POCL, SOUND } from '../support/records.ts'
import { Session } from '../support/session.ts'

const NVIDIA = { ...SOUND, name: 'NVIDIA CUDA', version: 'OpenCL 3.0 CUDA 13.0.1' }

const rect = (srcBuffer: BufferRef, dstBuffer: BufferRef): PortCopyBufferRect => ({
  _tag: 'CopyBufferRect',
  srcBuffer,
  dstBuffer,
  srcOrigin: [1, 2, 0],
  dstOrigin: [3, 0, 1],
  region: [2, 2, 1],
  srcRowPitch: 4,
  srcSlicePitch: 16,
  dstRowPitch: 6,
  dstSlicePitch: 12,
})

const taken = (session: Session, command: PortCopyBufferRect) => {
  session.submit(session.queue(), command)
  const { name, args } = session.driver.taken.at(-1) ?? { name: undefined, args: [] }
  return { name, args }
}

const memOf = ({ handle }: BufferRef): number =>
  typeof handle === 'number' ? handle : (handle as { readonly mem: number }).mem

describe('a copy of a box', () => {
  it.each([
    ['PoCL', [POCL]],
    ['other drivers', undefined],
  ])('between two buffers goes as it is on %s: a control', (_name, platforms) => {
    const session = new Session(platforms === undefined ? {} : { platforms })
    const [src, dst] = [session.buffer(), session.buffer()]
    const { name, args } = taken(session, rect(src, dst))
    expect(name).toBe('COPY_BUFFER_RECT')
    expect(args).toEqual([src.handle, dst.handle, 1, 2, 0, 3, 0, 1, 2, 2, 1, 4, 16, 6, 12])
  })

  it.each([
    ['PoCL', POCL, 0],
    ['PoCL', POCL, 32],
    ['NVIDIA', NVIDIA, 0],
  ])('from a sub-buffer is one from its parent on %s', (_name, platform, origin) => {
    const session = new Session({ platforms: [platform] })
    const [parent, dst] = [session.buffer(), session.buffer()]
    const { name, args } = taken(session, rect(session.subBuffer(parent, origin, 16), dst))
    expect(name).toBe('COPY_BUFFER_RECT')
    expect(args.slice(0, 8)).toEqual([parent.handle, dst.handle, 1 + origin, 2, 0, 3, 0, 1])
  })

  it('to a sub-buffer is one to its parent on PoCL', () => {
    const session = new Session({ platforms: [POCL] })
    const [parent, src] = [session.buffer(), session.buffer()]
    const { args } = taken(session, rect(src, session.subBuffer(parent, 16, 16)))
    expect(args.slice(0, 8)).toEqual([src.handle, parent.handle, 1, 2, 0, 3 + 16, 0, 1])
  })

  it('with sub-buffers goes as it is on other drivers', () => {
    const session = new Session()
    const part = session.subBuffer(session.buffer(), 16, 16)
    const { name, args } = taken(session, rect(part, session.buffer()))
    expect([name, args[0], args[2]]).toEqual(['COPY_BUFFER_RECT', memOf(part), 1])
  })

  it('between parts of a buffer goes row by row on NVIDIA, and within a whole one as it is', () => {
    const session = new Session({ platforms: [NVIDIA] })
    const whole = session.buffer()
    const part = session.subBuffer(whole, 16, 16)
    const { name, args } = taken(session, rect(whole, part))
    expect([name, ...args.slice(0, 8)]).toEqual(['COPY_BUFFER_ROWS', whole.handle, whole.handle, 1, 2, 0, 3 + 16, 0, 1])
    expect(taken(session, rect(whole, whole)).name).toBe('COPY_BUFFER_RECT')
  })

  it('within a buffer goes row by row on PoCL, from and to what the program named', () => {
    const session = new Session({ platforms: [POCL] })
    const whole = session.buffer()
    const parts = [session.subBuffer(whole, 0, 16), session.subBuffer(whole, 16, 16)] as const
    for (const [src, dst] of [
      [whole, whole],
      [parts[0], parts[1]],
      [whole, parts[1]],
    ] as const) {
      const { name, args } = taken(session, rect(src, dst))
      expect([name, ...args.slice(0, 3)]).toEqual(['COPY_BUFFER_ROWS', memOf(src), memOf(dst), 1])
    }
  })

  it('within a buffer goes as it is on other drivers', () => {
    const session = new Session()
    const whole = session.buffer()
    expect(taken(session, rect(whole, whole)).name).toBe('COPY_BUFFER_RECT')
  })
})
