import { RGBA8, type ImageShape } from '@rxcl/core'
import type { MappingRef, PortCommand } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import { Session } from '../support/session.ts'

const SHAPE: ImageShape = { type: '2D', format: RGBA8, width: 8, height: 8, depth: 0, arraySize: 0 }

/** What the driver gets for one command. */
const packed = (session: Session, command: PortCommand) => {
  session.submit(session.queue(), command)
  const flight = session.driver.taken.at(-1)
  if (flight === undefined) throw new Error('nothing was taken')
  return flight
}

const memOf = ({ handle }: { readonly handle: unknown }): number => (handle as { readonly mem: number }).mem
const numberOf = ({ handle }: MappingRef): number => (handle as { readonly handle: number }).handle

describe('each command', () => {
  it.each(['WriteBufferRect', 'ReadBufferRect'] as const)(
    '%s: host memory begins at the first byte of the box',
    (tag) => {
      const session = new Session()
      const buffer = session.buffer()
      const ptr = Uint8Array.from({ length: 64 }, (_, i) => i)
      const flight = packed(session, {
        _tag: tag,
        buffer,
        bufferOrigin: [1, 2, 3],
        hostOrigin: [2, 1, 1],
        region: [3, 2, 2],
        bufferRowPitch: 4,
        bufferSlicePitch: 8,
        hostRowPitch: 5,
        hostSlicePitch: 15,
        ptr,
      })
      expect(flight.name).toBe(tag === 'WriteBufferRect' ? 'WRITE_BUFFER_RECT' : 'READ_BUFFER_RECT')
      expect(flight.args).toEqual([buffer.handle, 1, 2, 3, 3, 2, 2, 4, 8, 5, 15, 0])
      const [first, length] = [2 + 5 + 15, 15 + 5 + 3]
      expect(flight.host).toEqual([ptr.subarray(first, first + length)])
    },
  )

  it('FillBuffer: offset, size and the pattern', () => {
    const session = new Session()
    const buffer = session.buffer()
    const pattern = Uint8Array.of(1, 2)
    const flight = packed(session, { _tag: 'FillBuffer', buffer, pattern, offset: 4, size: 8 })
    expect([flight.name, ...flight.args]).toEqual(['FILL_BUFFER', buffer.handle, 4, 8, 0])
    expect(flight.host).toEqual([pattern])
  })

  it('CopyImage: both origins and the region', () => {
    const session = new Session()
    const [srcImage, dstImage] = [session.image(SHAPE), session.image(SHAPE)]
    const place = { srcOrigin: [1, 2, 0], dstOrigin: [3, 4, 0], region: [2, 2, 1] } as const
    const flight = packed(session, { _tag: 'CopyImage', srcImage, dstImage, ...place })
    expect([flight.name, ...flight.args]).toEqual([
      'COPY_IMAGE',
      memOf(srcImage),
      memOf(dstImage),
      1,
      2,
      0,
      3,
      4,
      0,
      2,
      2,
      1,
    ])
  })

  it('FillImage: origin, region and a colour of four numbers', () => {
    const session = new Session()
    const image = session.image(SHAPE)
    const fillColor = new Uint8Array(Float32Array.of(0, 1, 0, 1).buffer)
    const flight = packed(session, { _tag: 'FillImage', image, fillColor, origin: [1, 2, 0], region: [3, 4, 1] })
    expect([flight.name, ...flight.args]).toEqual(['FILL_IMAGE', memOf(image), 1, 2, 0, 3, 4, 1, 0])
    expect(flight.host[0]).toHaveLength(16)
  })

  it('MigrateMemObjects: flags and each object', () => {
    const session = new Session()
    const memObjects = [session.buffer(), session.image(SHAPE), session.buffer()] as const
    const flight = packed(session, { _tag: 'MigrateMemObjects', memObjects, flags: ['HOST', 'CONTENT_UNDEFINED'] })
    const [a, b, c] = memObjects
    expect([flight.name, ...flight.args]).toEqual(['MIGRATE', 3, 3, a.handle, memOf(b), c.handle])
  })

  it('SvmMemFill: place, size and the pattern', () => {
    const session = new Session()
    const svmPtr = { _tag: 'SvmPointer', allocation: session.svm(), byteOffset: 8 } as const
    const flight = packed(session, { _tag: 'SvmMemFill', svmPtr, pattern: Uint8Array.of(7), size: 5 })
    expect([flight.name, ...flight.args]).toEqual(['SVM_MEM_FILL', svmPtr.allocation.handle, 8, 5, 0])
  })

  it('SvmMigrateMem: flags and each range', () => {
    const session = new Session()
    const at = (byteOffset: number) => ({ _tag: 'SvmPointer', allocation: session.svm(), byteOffset }) as const
    const svmPointers = [at(0), at(16)] as const
    const flight = packed(session, { _tag: 'SvmMigrateMem', svmPointers, sizes: [64, 8], flags: [] })
    const [a, b] = svmPointers.map(({ allocation }) => allocation.handle)
    expect([flight.name, ...flight.args]).toEqual(['SVM_MIGRATE', 0, 2, a, 0, 64, b, 16, 8])
  })

  it('more ranges than the registered memory has words: it gets more of it', () => {
    const session = new Session()
    const svmPointers = Array.from(
      { length: 30_000 },
      () => ({ _tag: 'SvmPointer', allocation: { handle: 7 }, byteOffset: 0 }) as const,
    )
    const flight = packed(session, { _tag: 'SvmMigrateMem', svmPointers, sizes: svmPointers.map(() => 1), flags: [] })
    expect(flight.args).toHaveLength(2 + 3 * 30_000)
  })
})

describe('maps and unmaps', () => {
  it('MapBuffer: flags, place and a mapping, which the unmap names', () => {
    const session = new Session()
    const [queue, buffer] = [session.queue(), session.buffer()]
    const mapping: MappingRef = { handle: undefined }
    session.map(queue, buffer, mapping)
    expect(session.flying[0]).toMatchObject({ name: 'MAP_BUFFER', args: [buffer.handle, 3, 8, 16, numberOf(mapping)] })
    session.end(0)
    session.unmap(queue, buffer, mapping)
    expect(session.flying[0]).toMatchObject({ name: 'UNMAP', args: [numberOf(mapping)] })
  })

  it.each([
    [[], 0],
    [['READ'], 1],
    [['WRITE'], 2],
    [['WRITE_INVALIDATE_REGION'], 4],
  ] as const)('MapImage: the flags %j are %i', (mapFlags, bits) => {
    const session = new Session()
    const image = session.image(SHAPE)
    const mapping: MappingRef = { handle: undefined }
    const box = { origin: [1, 2, 0], region: [3, 4, 1] } as const
    const flight = packed(session, { _tag: 'MapImage', image, mapFlags, ...box, mapping })
    expect([flight.name, ...flight.args]).toEqual([
      'MAP_IMAGE',
      memOf(image),
      bits,
      1,
      2,
      0,
      3,
      4,
      1,
      numberOf(mapping),
    ])
  })

  it('SvmMap: place, size, flags and a mapping', () => {
    const session = new Session()
    const svmPtr = { _tag: 'SvmPointer', allocation: session.svm(), byteOffset: 8 } as const
    const mapping: MappingRef = { handle: undefined }
    const flight = packed(session, { _tag: 'SvmMap', svmPtr, flags: ['READ'], size: 5, mapping })
    expect([flight.name, ...flight.args]).toEqual(['SVM_MAP', svmPtr.allocation.handle, 8, 5, 1, numberOf(mapping)])
  })
})

describe('host memory of a box that has gone before the driver gets the command', () => {
  it.each([
    [45, 0],
    [44, -6],
  ])('with %i bytes of the 45 it ends with %i', async (length, status) => {
    const session = new Session()
    const box = { hostOrigin: [2, 1, 1], region: [3, 2, 2], hostRowPitch: 5, hostSlicePitch: 15 } as const
    const side = { bufferOrigin: [0, 0, 0], bufferRowPitch: 4, bufferSlicePitch: 8 } as const
    session.submit(session.queue(), {
      _tag: 'ReadBufferRect',
      buffer: session.buffer(),
      ...side,
      ...box,
      ptr: new Uint8Array(length),
    })
    if (session.flying.length > 0) session.end(0)
    await new Promise((resolve) => void setImmediate(resolve))
    expect(session.settled.map((end) => end.status)).toEqual([status])
  })
})
