import type { BufferRef, PortCommand } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import { POCL, SOUND } from '../support/records.ts'
import { Session } from '../support/session.ts'

const NVIDIA = { ...SOUND, name: 'NVIDIA CUDA', version: 'OpenCL 3.0 CUDA 13.0.1' }
const ORIGIN = [1, 2, 0] as const
const BOX = { hostOrigin: [0, 0, 0], region: [2, 1, 1], hostRowPitch: 2, hostSlicePitch: 2 } as const

const commandsOn = (part: BufferRef, other: BufferRef): readonly PortCommand[] => {
  const ptr = new Uint8Array(8)
  const rect = { buffer: part, bufferOrigin: ORIGIN, bufferRowPitch: 4, bufferSlicePitch: 16, ...BOX, ptr }
  return [
    { _tag: 'WriteBuffer', buffer: part, offset: 3, size: 8, ptr },
    { _tag: 'ReadBuffer', buffer: part, offset: 3, size: 8, ptr },
    { _tag: 'FillBuffer', buffer: part, pattern: Uint8Array.of(1), offset: 3, size: 8 },
    { _tag: 'MapBuffer', buffer: part, mapFlags: ['READ'], offset: 3, size: 8, mapping: { handle: undefined } },
    { _tag: 'CopyBuffer', srcBuffer: part, dstBuffer: other, srcOffset: 3, dstOffset: 5, size: 8 },
    { _tag: 'CopyBuffer', srcBuffer: other, dstBuffer: part, srcOffset: 5, dstOffset: 3, size: 8 },
    { _tag: 'WriteBufferRect', ...rect },
    { _tag: 'ReadBufferRect', ...rect },
    { _tag: 'MigrateMemObjects', memObjects: [part, other], flags: [] },
  ]
}

/** The first arguments of each. */
const taken = (session: Session) => {
  const parent = session.buffer()
  const part = session.subBuffer(parent, 32, 16)
  const other = session.buffer()
  const queue = session.queue()
  for (const command of commandsOn(part, other)) {
    session.submit(queue, command)
    // What one brings to the host, the next uses.
    session.end(0)
  }
  const first = session.driver.taken.map(({ name, args }) => [name, ...args.slice(0, 4)])
  return {
    args: first,
    parent: parent.handle,
    part: (part.handle as { readonly mem: number }).mem,
    other: other.handle,
  }
}

const expected = (buffer: unknown, shift: number, other: unknown) => [
  ['WRITE_BUFFER', buffer, 3 + shift, 8, 0],
  ['READ_BUFFER', buffer, 3 + shift, 8, 0],
  ['FILL_BUFFER', buffer, 3 + shift, 8, 0],
  ['MAP_BUFFER', buffer, 1, 3 + shift, 8],
  ['COPY_BUFFER', buffer, other, 3 + shift, 5],
  ['COPY_BUFFER', other, buffer, 5, 3 + shift],
  ['WRITE_BUFFER_RECT', buffer, 1 + shift, 2, 0],
  ['READ_BUFFER_RECT', buffer, 1 + shift, 2, 0],
  ['MIGRATE', 0, 2, buffer, other],
]

describe('commands on a sub-buffer', () => {
  it('use the parent on NVIDIA', () => {
    const { args, parent, other } = taken(new Session({ platforms: [NVIDIA] }))
    expect(args).toEqual(expected(parent, 32, other))
  })

  it('use the sub-buffer on other drivers', () => {
    const { args, part, other } = taken(new Session())
    expect(args).toEqual(expected(part, 0, other))
  })

  it('use the sub-buffer on PoCL, but where it crashes', () => {
    const { args, part, parent, other } = taken(new Session({ platforms: [POCL] }))
    expect(args).toEqual([...expected(part, 0, other).slice(0, 8), ['MIGRATE', 0, 2, parent, other]])
  })
})
