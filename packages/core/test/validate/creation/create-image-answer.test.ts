import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { RGBA8 } from '../../../src/model/image-format.ts'
import { validateCreateImage } from '../../../src/validate/creation/create-image.ts'
import { creationWorld } from '../flag-cases.ts'
import { bufferOf, imageOf } from '../objects.ts'
import { expectRight } from '../specification.ts'
import { base, check, NO_SIZE, onBuffer, SHAPES, types } from './create-image-spec.ts'

/** What 12 bytes per row, 5 rows and 2 slices or images make. */
const TIGHT = {
  '1D': { rowPitch: 12, slicePitch: 12, bytes: 12 },
  '1D_BUFFER': { rowPitch: 12, slicePitch: 12, bytes: 12 },
  '1D_ARRAY': { rowPitch: 12, slicePitch: 12, bytes: 24 },
  '2D': { rowPitch: 12, slicePitch: 60, bytes: 60 },
  '2D_ARRAY': { rowPitch: 12, slicePitch: 60, bytes: 120 },
  '3D': { rowPitch: 12, slicePitch: 60, bytes: 120 },
} as const

describe('the answer of createImage', () => {
  it.each(types)('gives the shape of a %s image, 0 for what it does not have', (type) => {
    const { here } = creationWorld()
    const buffer = type === '1D_BUFFER' ? bufferOf(here) : undefined
    expect(check({ context: here, type, format: RGBA8, buffer, ...SHAPES[type] })).toEqual(
      right({
        shape: { type, format: RGBA8, ...NO_SIZE, ...SHAPES[type] },
        flags: ['READ_WRITE'],
        buffer,
        hostPtr: undefined,
        layout: TIGHT[type],
      }),
    )
  })

  it('gives the verbatim names of a format', () => {
    const answer = check({
      ...base(creationWorld()),
      format: { channelOrder: 'R', channelDataType: 'CL_FLOAT' },
    })
    expect(answer).toMatchObject({
      right: { shape: { format: { channelOrder: 'CL_R', channelDataType: 'CL_FLOAT' } } },
    })
  })

  it('takes the description of an image that exists, but for its pitches', () => {
    const { here } = creationWorld()
    for (const type of types) {
      const image = imageOf(here, type, type === '1D_BUFFER' ? { buffer: bufferOf(here) } : {})
      expectRight(validateCreateImage(here)(Object.assign(image, { rowPitch: 0, slicePitch: 0 })))
    }
  })

  it('inherits the flags of the buffer behind', () => {
    const world = creationWorld()
    const parent = bufferOf(world.here, 64, ['READ_ONLY', 'HOST_NO_ACCESS'])
    expect(check({ ...base(world), ...onBuffer(world), buffer: parent })).toMatchObject({
      right: { flags: ['READ_ONLY', 'HOST_NO_ACCESS'], buffer: { size: 64 } },
    })
  })
})
