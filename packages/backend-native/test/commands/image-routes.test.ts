import { RGBA8, type ImageShape, type LegalImageFormat } from '@rxcl/core'
import type { ImageRef, PortCommand } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import { SOUND } from '../support/records.ts'
import { Session } from '../support/session.ts'

const NVIDIA = { ...SOUND, name: 'NVIDIA CUDA', version: 'OpenCL 3.0 CUDA 13.0.1' }
const HALF = { channelOrder: 'CL_RG', channelDataType: 'CL_HALF_FLOAT' } as const

const shape = (type: ImageShape['type'], format: LegalImageFormat = RGBA8): ImageShape => ({
  type,
  format,
  width: 4,
  height: 4,
  depth: type === '3D' ? 4 : 0,
  arraySize: type === '2D_ARRAY' ? 4 : 0,
})

const taken = (session: Session, command: PortCommand) => {
  session.submit(session.queue(), command)
  return session.driver.taken.at(-1)
}

describe('a copy within one image', () => {
  const copy = (srcImage: ImageRef, dstImage: ImageRef): PortCommand => ({
    _tag: 'CopyImage',
    srcImage,
    dstImage,
    srcOrigin: [0, 0, 0],
    dstOrigin: [2, 2, 0],
    region: [1, 1, 1],
  })

  it.each([
    ['NVIDIA', '2D_ARRAY', 'COPY_IMAGE_THROUGH'],
    ['NVIDIA', '3D', 'COPY_IMAGE'],
    ['another', '2D_ARRAY', 'COPY_IMAGE'],
  ] as const)('on %s, %s: %s', (platform, type, name) => {
    const session = new Session(platform === 'NVIDIA' ? { platforms: [NVIDIA] } : {})
    const image = session.image(shape(type))
    expect(taken(session, copy(image, image))?.name).toBe(name)
  })

  it('is one from image to image on NVIDIA where they are two', () => {
    const session = new Session({ platforms: [NVIDIA] })
    const flight = taken(session, copy(session.image(shape('2D_ARRAY')), session.image(shape('2D_ARRAY'))))
    expect(flight?.name).toBe('COPY_IMAGE')
  })
})

describe('a fill with half floats', () => {
  const fill = (image: ImageRef, color: readonly number[]): PortCommand => ({
    _tag: 'FillImage',
    image,
    fillColor: new Uint8Array(Float32Array.from(color).buffer),
    origin: [1, 1, 1],
    region: [2, 1, 2],
  })

  it.each([
    ['NVIDIA', '3D', Infinity, 'WRITE_IMAGE'],
    ['NVIDIA', '3D', 70_000, 'WRITE_IMAGE'],
    ['NVIDIA', '3D', 65_504, 'FILL_IMAGE'],
    ['NVIDIA', '3D', Number.NaN, 'FILL_IMAGE'],
    ['NVIDIA', '2D_ARRAY', Infinity, 'FILL_IMAGE'],
    ['another', '3D', Infinity, 'FILL_IMAGE'],
  ] as const)('on %s, %s, of %d: %s', (platform, type, number, name) => {
    const session = new Session(platform === 'NVIDIA' ? { platforms: [NVIDIA] } : {})
    expect(taken(session, fill(session.image(shape(type, HALF)), [number, 0, 0, 0]))?.name).toBe(name)
  })

  it('that is written has the pixel again and again', () => {
    const session = new Session({ platforms: [NVIDIA] })
    const flight = taken(session, fill(session.image(shape('3D', HALF)), [Infinity, 1, 0, 0]))
    expect(flight?.args.slice(1, 9)).toEqual([1, 1, 1, 2, 1, 2, 8, 8])
    expect([...new Uint16Array(flight?.host[0]?.slice().buffer ?? new ArrayBuffer(0))]).toEqual(
      [0, 1, 2, 3].flatMap(() => [0x7c00, 0x3c00]),
    )
  })

  it('of another type is a fill on NVIDIA: a control', () => {
    const session = new Session({ platforms: [NVIDIA] })
    expect(taken(session, fill(session.image(shape('3D')), [Infinity, 0, 0, 0]))?.name).toBe('FILL_IMAGE')
  })
})
