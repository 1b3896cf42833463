import { RGBA8, type ImageShape } from '@rxcl/core'
import type { PortCommand } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import { left } from '../support/right.ts'
import { Session } from '../support/session.ts'

const SHAPE: ImageShape = { type: '2D', format: RGBA8, width: 8, height: 8, depth: 0, arraySize: 0 }
const ORIGIN = [1, 2, 0] as const
const REGION = [3, 4, 1] as const

/** What the driver gets for one command. */
const packed = (session: Session, command: PortCommand) => {
  session.submit(session.queue(), command)
  const flight = session.driver.taken.at(-1)
  if (flight === undefined) throw new Error('nothing was taken')
  return flight
}

describe('each command', () => {
  it('WriteBuffer and ReadBuffer: buffer, offset, size and the first bytes of the host memory', () => {
    const session = new Session()
    const buffer = session.buffer()
    const ptr = Uint8Array.of(1, 2, 3, 4)
    for (const tag of ['WriteBuffer', 'ReadBuffer'] as const) {
      const { name, args, host } = packed(session, { _tag: tag, buffer, offset: 5, size: 3, ptr })
      expect(name).toBe(tag === 'WriteBuffer' ? 'WRITE_BUFFER' : 'READ_BUFFER')
      expect(args).toEqual([buffer.handle, 5, 3, 0])
      expect(host).toEqual([Uint8Array.of(1, 2, 3)])
    }
  })

  it('CopyBuffer', () => {
    const session = new Session()
    const [srcBuffer, dstBuffer] = [session.buffer(), session.buffer()]
    const flight = packed(session, { _tag: 'CopyBuffer', srcBuffer, dstBuffer, srcOffset: 1, dstOffset: 2, size: 3 })
    expect(flight.args).toEqual([srcBuffer.handle, dstBuffer.handle, 1, 2, 3])
  })

  it('WriteImage: a slice pitch of 0 where the type has no slices', () => {
    const session = new Session()
    const image = session.image(SHAPE)
    const flight = packed(session, {
      _tag: 'WriteImage',
      image,
      origin: ORIGIN,
      region: REGION,
      inputRowPitch: 16,
      inputSlicePitch: 64,
      ptr: new Uint8Array(100),
    })
    expect(flight.args.slice(1, 9)).toEqual([1, 2, 0, 3, 4, 1, 16, 0])
    expect(flight.host[0]).toHaveLength(60)
  })

  it('WriteImage of a 1D array: the distance of its images in both places', () => {
    const session = new Session()
    const image = session.image({ ...SHAPE, type: '1D_ARRAY', height: 0, arraySize: 8 })
    const flight = packed(session, {
      _tag: 'WriteImage',
      image,
      origin: [0, 0, 0],
      region: [2, 3, 1],
      inputRowPitch: 8,
      inputSlicePitch: 24,
      ptr: new Uint8Array(56),
    })
    expect(flight.args.slice(7, 9)).toEqual([24, 24])
    expect(flight.host[0]).toHaveLength(56)
  })

  it('ReadImage of a 3D image: both pitches', () => {
    const session = new Session()
    const image = session.image({ ...SHAPE, type: '3D', depth: 4 })
    const flight = packed(session, {
      _tag: 'ReadImage',
      image,
      origin: ORIGIN,
      region: [3, 4, 2],
      rowPitch: 12,
      slicePitch: 48,
      ptr: new Uint8Array(96),
    })
    expect(flight.args.slice(1)).toEqual([1, 2, 0, 3, 4, 2, 12, 48, 0])
  })

  it('CopyImageToBuffer and CopyBufferToImage', () => {
    const session = new Session()
    const [image, buffer] = [session.image(SHAPE), session.buffer()]
    const { mem } = image.handle as { readonly mem: number }
    const out = packed(session, {
      _tag: 'CopyImageToBuffer',
      srcImage: image,
      dstBuffer: buffer,
      srcOrigin: ORIGIN,
      region: REGION,
      dstOffset: 7,
    })
    expect(out.args).toEqual([mem, buffer.handle, ...ORIGIN, ...REGION, 7])
    const back = packed(session, {
      _tag: 'CopyBufferToImage',
      srcBuffer: buffer,
      dstImage: image,
      srcOffset: 7,
      dstOrigin: ORIGIN,
      region: REGION,
    })
    expect(back.args).toEqual([buffer.handle, mem, 7, ...ORIGIN, ...REGION])
  })

  it('SvmMemcpy: SVM and offset, or 0 and host memory', () => {
    const session = new Session()
    const allocation = session.svm()
    const place = { _tag: 'SvmPointer', allocation, byteOffset: 9 } as const
    const bytes = { _tag: 'HostMemory', bytes: new Uint8Array(8) } as const
    const write = packed(session, { _tag: 'SvmMemcpy', dstPtr: place, srcPtr: bytes, size: 4 })
    expect(write.args).toEqual([allocation.handle, 9, 0, 0, 4])
    expect(write.host[0]).toHaveLength(4)
    const read = packed(session, { _tag: 'SvmMemcpy', dstPtr: bytes, srcPtr: place, size: 4 })
    expect(read.args).toEqual([0, 0, allocation.handle, 9, 4])
  })
})

it('a wait list longer than the registered memory gets more of it', () => {
  const session = new Session()
  const queue = session.queue()
  const waits = Array.from({ length: 70_000 }, () => session.submit(queue, { _tag: 'Marker', hasWaitList: false }))
  session.submit(session.queue(), { _tag: 'Marker', hasWaitList: true }, waits)
  expect(session.driver.taken.at(-1)?.waits).toHaveLength(70_000)
  expect(session.driver.faults).toEqual([])
})

it('a batch that is longer than the registered memory is handed over in parts, in order', () => {
  const session = new Session()
  const queue = session.queue()
  const buffer = session.buffer()
  const batch = Array.from({ length: 20_000 }, (_, index) => ({
    event: index + 1,
    queue,
    command: { _tag: 'WriteBuffer', buffer, offset: index, size: 1, ptr: Uint8Array.of(index) } as const,
    waits: [],
    failedWait: 0,
  }))
  session.port.submit(batch)
  expect(session.driver.taken.map(({ args }) => args[1])).toEqual(batch.map((_, index) => index))
  expect(session.driver.taken.map(({ host }) => host[0]?.[0])).toEqual(batch.map((_, index) => index % 256))
})

it('an object that the driver refuses to make is a Left with its code', () => {
  const session = new Session()
  session.driver.createBuffer = () => -4
  const made = session.port.createBuffer({ size: 64, flags: [], hostPtr: undefined })
  expect(left(made).status).toBe(-4)
  session.driver.createImage = () => -10
  expect(
    left(session.port.createImage(SHAPE, [], { buffer: undefined, hostPtr: undefined, rowPitch: 0, slicePitch: 0 }))
      .status,
  ).toBe(-10)
})

describe('rows that begin in the middle of a row', () => {
  const shape: ImageShape = { ...SHAPE, type: '3D', depth: 8 }
  // Three rows of 8 bytes at a pitch of 10, slices at a pitch of 33: no multiple.
  const region = [2, 3, 2] as const
  const span = 33 + 2 * 10 + 8
  const rows = (bytes: Uint8Array) =>
    [0, 1].flatMap((z) => [0, 1, 2].flatMap((y) => [...bytes.subarray(z * 33 + y * 10, z * 33 + y * 10 + 8)]))

  it('are written packed', () => {
    const session = new Session()
    const ptr = Uint8Array.from({ length: span }, (_, i) => i)
    const flight = packed(session, {
      _tag: 'WriteImage',
      image: session.image(shape),
      origin: [0, 0, 0],
      region,
      inputRowPitch: 10,
      inputSlicePitch: 33,
      ptr,
    })
    expect(flight.args.slice(4, 9)).toEqual([2, 3, 2, 8, 24])
    expect([...(flight.host[0] ?? [])]).toEqual(rows(ptr))
  })

  it('are written in place where the slice pitch is a multiple', () => {
    const session = new Session()
    const flight = packed(session, {
      _tag: 'WriteImage',
      image: session.image(shape),
      origin: [0, 0, 0],
      region,
      inputRowPitch: 10,
      inputSlicePitch: 40,
      ptr: new Uint8Array(40 + 28),
    })
    expect(flight.args.slice(7, 9)).toEqual([10, 40])
  })

  it.each([
    ['one slice', [2, 3, 1], [10, 30]],
    ['one row in each slice', [2, 1, 2], [33, 33]],
  ] as const)('are no such rows with %s: the pitch that steps over nothing suits the driver', (_name, box, pitches) => {
    const session = new Session()
    const flight = packed(session, {
      _tag: 'WriteImage',
      image: session.image(shape),
      origin: [0, 0, 0],
      region: box,
      inputRowPitch: 10,
      inputSlicePitch: 33,
      ptr: new Uint8Array(span),
    })
    expect(flight.args.slice(7, 9)).toEqual(pitches)
  })

  it('are read packed, however many they are', () => {
    const session = new Session()
    const width = 2 ** 18
    const flight = packed(session, {
      _tag: 'ReadImage',
      image: session.image({ ...shape, width }),
      origin: [0, 0, 0],
      region: [width, 2, 2],
      rowPitch: width * 4,
      slicePitch: width * 8 + 1,
      ptr: new Uint8Array(width * 16 + 1),
    })
    expect(flight.args.slice(7, 9)).toEqual([width * 4, width * 8])
    expect(flight.host[0]).toHaveLength(width * 16)
  })
})
