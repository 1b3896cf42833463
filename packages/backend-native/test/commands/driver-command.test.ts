import { RGBA8, type ImageShape } from '@rxcl/core'
import type { ImageRef, PortCommand } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import { POCL } from '../support/records.ts'
import { Session } from '../support/session.ts'

const SHAPE: ImageShape = { type: '2D', format: RGBA8, width: 8, height: 8, depth: 0, arraySize: 0 }
/** As four floats. */
const WHITE = new Uint8Array(Float32Array.of(1, 1, 1, 1).buffer)

describe('what moves no bytes becomes a marker with the same wait list', () => {
  const empty = (session: Session): readonly PortCommand[] => {
    const [a, b, ptr] = [session.buffer(), session.buffer(), new Uint8Array(0)]
    const place = { _tag: 'SvmPointer', allocation: session.svm(), byteOffset: 0 } as const
    return [
      { _tag: 'WriteBuffer', buffer: a, offset: 0, size: 0, ptr },
      { _tag: 'ReadBuffer', buffer: a, offset: 0, size: 0, ptr },
      { _tag: 'CopyBuffer', srcBuffer: a, dstBuffer: b, srcOffset: 0, dstOffset: 0, size: 0 },
      { _tag: 'SvmMemcpy', dstPtr: place, srcPtr: { _tag: 'HostMemory', bytes: ptr }, size: 0 },
      { _tag: 'FillBuffer', buffer: a, pattern: Uint8Array.of(1), offset: 0, size: 0 },
      { _tag: 'SvmMemFill', svmPtr: place, pattern: Uint8Array.of(1), size: 0 },
      { _tag: 'SvmFree', svmPointers: [place] },
    ]
  }

  it.each([0, 1, 2, 3, 4, 5, 6])('command %i', (index) => {
    const session = new Session()
    const first = session.copy(session.queue())
    const command = empty(session)[index]
    if (command === undefined) throw new Error('no such command')
    session.submit(session.queue(), command, [first])
    const [copy, marker] = session.driver.taken
    expect(marker?.name).toBe('MARKER')
    expect(marker?.waits).toEqual([copy?.slot])
  })
})

describe('1D_BUFFER images', () => {
  const LINE: ImageShape = { type: '1D_BUFFER', format: RGBA8, width: 16, height: 0, depth: 0, arraySize: 0 }
  const commandsOn = (session: Session) => {
    const [behind, other] = [session.buffer(), session.buffer()]
    const image = session.bufferImage(LINE, behind)
    const box = { origin: [3, 0, 0], region: [2, 1, 1] } as const
    const ptr = new Uint8Array(8)
    const commands: readonly PortCommand[] = [
      { _tag: 'WriteImage', image, ...box, inputRowPitch: 8, inputSlicePitch: 8, ptr },
      { _tag: 'ReadImage', image, ...box, rowPitch: 8, slicePitch: 8, ptr },
      {
        _tag: 'CopyImageToBuffer',
        srcImage: image,
        dstBuffer: other,
        srcOrigin: box.origin,
        region: box.region,
        dstOffset: 5,
      },
      {
        _tag: 'CopyBufferToImage',
        srcBuffer: other,
        dstImage: image,
        srcOffset: 5,
        dstOrigin: box.origin,
        region: box.region,
      },
      { _tag: 'FillImage', image, fillColor: WHITE, ...box },
      { _tag: 'MapImage', image, mapFlags: ['READ'], ...box, mapping: { handle: undefined } },
      { _tag: 'MigrateMemObjects', memObjects: [image, other], flags: [] },
    ]
    return { commands, behind: behind.handle, other: other.handle }
  }

  it('on PoCL become commands on the buffer behind them: pixels times bytes per pixel', () => {
    const session = new Session({ platforms: [POCL] })
    const { commands, behind, other } = commandsOn(session)
    for (const command of commands) session.submit(session.queue(), command)
    expect(session.driver.taken.map(({ name, args }) => [name, ...args])).toEqual([
      ['WRITE_BUFFER', behind, 12, 8, 0],
      ['READ_BUFFER', behind, 12, 8, 0],
      ['COPY_BUFFER', behind, other, 12, 5, 8],
      ['COPY_BUFFER', other, behind, 5, 12, 8],
      ['FILL_BUFFER', behind, 12, 8, 0],
      ['MAP_BUFFER', behind, 1, 12, 8, expect.any(Number)],
      ['MIGRATE', 0, 2, behind, other],
    ])
    expect(session.driver.taken.find(({ name }) => name === 'FILL_BUFFER')?.host).toEqual([new Uint8Array(4).fill(255)])
  })

  it('stay images on other drivers', () => {
    const session = new Session()
    for (const command of commandsOn(session).commands) session.submit(session.queue(), command)
    expect(session.driver.taken.map(({ name }) => name)).toEqual([
      'WRITE_IMAGE',
      'READ_IMAGE',
      'COPY_IMAGE_TO_BUFFER',
      'COPY_BUFFER_TO_IMAGE',
      'FILL_IMAGE',
      'MAP_IMAGE',
      'MIGRATE',
    ])
  })

  const copies = (session: Session) => {
    const [behind, other] = [session.buffer(), session.buffer()]
    const [line, line2, plane] = [
      session.bufferImage(LINE, behind),
      session.bufferImage(LINE, other),
      session.image(SHAPE),
    ]
    const copy = (srcImage: ImageRef, dstImage: ImageRef): PortCommand => ({
      _tag: 'CopyImage',
      srcImage,
      dstImage,
      srcOrigin: [3, 0, 0],
      dstOrigin: [1, 0, 0],
      region: [2, 1, 1],
    })
    const memPlane = (plane.handle as { readonly mem: number }).mem
    return { commands: [copy(line, line2), copy(line, plane), copy(plane, line)], behind, other, memPlane }
  }

  it('on PoCL are copied from and to by the buffer behind them', () => {
    const session = new Session({ platforms: [POCL] })
    const { commands, behind, other, memPlane } = copies(session)
    for (const command of commands) session.submit(session.queue(), command)
    expect(session.driver.taken.map(({ name, args }) => [name, ...args])).toEqual([
      ['COPY_BUFFER', behind.handle, other.handle, 12, 4, 8],
      ['COPY_BUFFER_TO_IMAGE', behind.handle, memPlane, 12, 1, 0, 0, 2, 1, 1],
      ['COPY_IMAGE_TO_BUFFER', memPlane, behind.handle, 3, 0, 0, 2, 1, 1, 4],
    ])
  })

  it('are copied as images on other drivers', () => {
    const session = new Session()
    for (const command of copies(session).commands) session.submit(session.queue(), command)
    expect(session.driver.taken.map(({ name }) => name)).toEqual(['COPY_IMAGE', 'COPY_IMAGE', 'COPY_IMAGE'])
  })
})

describe('image copies with a sub-buffer', () => {
  const commandsOn = (session: Session) => {
    const parent = session.buffer()
    const part = session.subBuffer(parent, 32, 16)
    const box = { origin: [0, 0, 0], region: [2, 2, 1] } as const
    const image = session.image(SHAPE)
    const commands: readonly PortCommand[] = [
      {
        _tag: 'CopyImageToBuffer',
        srcImage: image,
        dstBuffer: part,
        srcOrigin: box.origin,
        region: box.region,
        dstOffset: 4,
      },
      {
        _tag: 'CopyBufferToImage',
        srcBuffer: part,
        dstImage: image,
        srcOffset: 4,
        dstOrigin: box.origin,
        region: box.region,
      },
    ]
    return { commands, parent: parent.handle, part: (part.handle as { readonly mem: number }).mem }
  }
  const buffers = ({ driver }: Session) => driver.taken.map(({ operands }) => operands)
  const offsets = ({ driver }: Session) =>
    driver.taken.map(({ name, args }) => args[name === 'COPY_IMAGE_TO_BUFFER' ? 8 : 2])

  it('use the parent on PoCL', () => {
    const session = new Session({ platforms: [POCL] })
    const { commands, parent } = commandsOn(session)
    for (const command of commands) session.submit(session.queue(), command)
    for (const operands of buffers(session)) expect(operands).toContain(parent)
    expect(offsets(session)).toEqual([36, 36])
  })

  it('use the sub-buffer on other drivers', () => {
    const session = new Session()
    const { commands, part } = commandsOn(session)
    for (const command of commands) session.submit(session.queue(), command)
    for (const operands of buffers(session)) expect(operands).toContain(part)
    expect(offsets(session)).toEqual([4, 4])
  })
})
