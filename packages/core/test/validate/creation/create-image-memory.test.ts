import { describe, expect, it } from 'vitest'
import type { ImageType } from '../../../src/model/image-type.ts'
import { specifyOrder } from '../check-order.ts'
import { creationWorld, type CreationWorld } from '../flag-cases.ts'
import { specifyHostPtr } from '../host-ptr-cases.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { bufferOf, context, device, partOf } from '../objects.ts'
import { expectRefusal, expectRight, specifyFaults, specifyLegal, type Input } from '../specification.ts'
import { base, check, NO_SIZE, over2D, SHAPES, spec } from './create-image-spec.ts'

/** A DataView of a buffer that was transferred away: even its offset throws. */
const goneView = (): DataView => {
  const view = new DataView(new ArrayBuffer(1024))
  structuredClone(view.buffer, { transfer: [view.buffer] })
  return view
}

const ofHost =
  (type: ImageType, more: Input = {}) =>
  (): Input => ({
    type,
    ...NO_SIZE,
    ...SHAPES[type],
    flags: ['COPY_HOST_PTR'],
    hostPtr: new Uint8Array(4096),
    ...more,
  })

describe('the host memory of createImage', () => {
  specifyHostPtr(spec, 512)
})

describe('the pitches of createImage', () => {
  specifyNumbers({ ...spec, base: (world) => ({ ...base(world), ...ofHost('3D')() }) }, [
    { key: 'rowPitch', parameter: 'image_desc', code: 'CL_INVALID_IMAGE_DESCRIPTOR', optional: true, control: 16 },
    { key: 'slicePitch', parameter: 'image_desc', code: 'CL_INVALID_IMAGE_DESCRIPTOR', optional: true, control: 72 },
  ])

  const code = 'CL_INVALID_IMAGE_DESCRIPTOR'
  const row = { parameter: 'image_desc', vary: 'rowPitch' }
  const slice = { parameter: 'image_desc', vary: 'slicePitch' }
  specifyFaults(spec, [
    ['a row pitch without host memory', code, { ...row, fault: () => 64, control: () => 0 }],
    [
      'a slice pitch without host memory',
      code,
      { ...slice, given: () => ({ type: '3D', depth: 2 }), fault: () => 512, control: () => 0 },
    ],
    [
      'a row pitch of a 1D_BUFFER image',
      code,
      {
        ...row,
        given: ({ here }) => ({ type: '1D_BUFFER', height: 0, buffer: bufferOf(here) }),
        fault: () => 64,
        control: () => 0,
      },
    ],
    ['a row pitch that ends within a pixel', code, { ...row, given: ofHost('2D'), fault: () => 14, control: () => 16 }],
    ['a row pitch below a row', code, { ...row, given: ofHost('2D'), fault: () => 8, control: () => 12 }],
    ['a row pitch below a row of a buffer', code, { ...row, given: over2D, fault: () => 48, control: () => 64 }],
    ['a slice pitch of a 2D image', code, { ...slice, given: ofHost('2D'), fault: () => 60, control: () => 0 }],
    ['a slice pitch of a 1D image', code, { ...slice, given: ofHost('1D'), fault: () => 12, control: () => 0 }],
    [
      'a slice pitch of a 2D image from a buffer',
      code,
      { ...slice, given: over2D, fault: () => 512, control: () => 0 },
    ],
    [
      'a slice pitch that ends within a row',
      code,
      { ...slice, given: ofHost('3D', { rowPitch: 16 }), fault: () => 88, control: () => 96 },
    ],
    [
      'a slice pitch below a slice of rows with gaps',
      code,
      { ...slice, given: ofHost('2D_ARRAY', { rowPitch: 16 }), fault: () => 64, control: () => 80 },
    ],
    [
      'a slice pitch below an image of a 1D array',
      code,
      { ...slice, given: ofHost('1D_ARRAY', { rowPitch: 16 }), fault: () => 12, control: () => 16 },
    ],
  ])

  it.each([
    // The type, the pitches given, those in force, and the bytes that host memory must have.
    ['1D', [0, 0], [12, 12, 12]],
    ['1D', [16, 0], [16, 16, 16]],
    ['1D_ARRAY', [0, 0], [12, 12, 24]],
    ['1D_ARRAY', [16, 0], [16, 16, 32]],
    ['1D_ARRAY', [16, 48], [16, 48, 96]],
    ['2D', [0, 0], [12, 60, 60]],
    ['2D', [16, 0], [16, 80, 80]],
    ['2D_ARRAY', [16, 0], [16, 80, 160]],
    ['2D_ARRAY', [0, 72], [12, 72, 144]],
    ['3D', [0, 0], [12, 60, 120]],
    ['3D', [16, 96], [16, 96, 192]],
  ] as const)(
    'a %s image with pitches %j has %j',
    (type, [rowPitch, slicePitch], [effectiveRow, effectiveSlice, bytes]) => {
      const given = (length: number) => ({
        ...base(creationWorld()),
        ...ofHost(type, { rowPitch, slicePitch, hostPtr: new Uint8Array(length) })(),
      })
      expect(check(given(bytes))).toMatchObject({
        right: { layout: { rowPitch: effectiveRow, slicePitch: effectiveSlice, bytes } },
      })
      expectRefusal(check(given(bytes - 1)), 'createImage', 'CL_INVALID_HOST_PTR', 'host_ptr')
    },
  )
})

describe('a 2D image from a buffer', () => {
  const code = 'CL_INVALID_IMAGE_FORMAT_DESCRIPTOR'
  const hostBuffer = ({ here }: CreationWorld, byteOffset: number, size = 1024) =>
    bufferOf(here, size, ['USE_HOST_PTR', 'READ_WRITE'], new Uint8Array(new ArrayBuffer(2048), byteOffset, size))

  specifyFaults(spec, [
    [
      'a tight row pitch that is not aligned',
      code,
      {
        parameter: 'image_desc',
        given: (world) => ({ ...over2D(world), rowPitch: 0 }),
        vary: 'width',
        fault: () => 15,
        control: () => 12,
      },
    ],
    [
      'a pitch aligned for one device only',
      code,
      {
        parameter: 'image_desc',
        given: () => {
          const mixed = context(device({ imagePitchAlignment: 4 }), device({ imagePitchAlignment: 8 }))
          return { context: mixed, buffer: bufferOf(mixed) }
        },
        vary: 'rowPitch',
        fault: () => 80,
        control: () => 96,
      },
    ],
    [
      'a buffer over host memory that is not aligned',
      code,
      {
        parameter: 'image_desc',
        given: over2D,
        vary: 'buffer',
        fault: (world) => hostBuffer(world, 16),
        control: (world) => hostBuffer(world, 32),
      },
    ],
    [
      'a part that the host memory behind its buffer misaligns',
      code,
      {
        parameter: 'image_desc',
        given: over2D,
        vary: 'buffer',
        fault: (world) => partOf(hostBuffer(world, 16), 128, 512),
        control: (world) => partOf(hostBuffer(world, 32), 128, 512),
      },
    ],
    [
      'a buffer with less than all rows of their whole pitch',
      'CL_INVALID_IMAGE_SIZE',
      {
        parameter: 'image_desc',
        given: () => ({ rowPitch: 80 }),
        vary: 'buffer',
        fault: ({ here }) => bufferOf(here, 639),
        control: ({ here }) => bufferOf(here, 640),
      },
    ],
    ...(['1D', '1D_ARRAY', '2D_ARRAY', '3D'] as const).map(
      (type) =>
        [
          `a buffer behind a ${type} image`,
          'CL_INVALID_IMAGE_DESCRIPTOR',
          {
            parameter: 'image_desc',
            given: () => ({ type, ...NO_SIZE, ...SHAPES[type] }),
            vary: 'buffer',
            fault: ({ here }: CreationWorld) => bufferOf(here),
            control: () => undefined,
          },
        ] as const,
    ),
    [
      'a buffer of another context behind a 2D image',
      'CL_INVALID_IMAGE_DESCRIPTOR',
      {
        parameter: 'image_desc',
        vary: 'buffer',
        fault: ({ elsewhere }) => bufferOf(elsewhere),
        control: ({ here }) => bufferOf(here),
      },
    ],
  ])

  specifyLegal(spec, [
    ['a whole buffer', over2D],
    [
      'a device without images that makes none from buffers',
      () => {
        const mixed = context(device(), device({ imageSupport: false, imagePitchAlignment: 0 }))
        return { context: mixed, buffer: bufferOf(mixed) }
      },
    ],
    [
      'a buffer whose host memory is gone',
      ({ here }) => ({ buffer: bufferOf(here, 1024, ['USE_HOST_PTR'], goneView()) }),
    ],
  ])

  specifyOrder(
    spec,
    ({ here }) => ({
      ...base({ here } as CreationWorld),
      buffer: partOf(bufferOf(here, 2048, ['READ_ONLY']), 16, 512),
      flags: ['WRITE_ONLY'],
      rowPitch: 62,
      height: 600,
    }),
    ({ here }) => [
      ['CL_INVALID_IMAGE_DESCRIPTOR', 'image_desc', { rowPitch: 68 }],
      ['CL_INVALID_IMAGE_FORMAT_DESCRIPTOR', 'image_desc', { rowPitch: 64 }],
      [
        'CL_INVALID_IMAGE_FORMAT_DESCRIPTOR',
        'image_desc',
        { buffer: partOf(bufferOf(here, 2048, ['READ_ONLY']), 0, 511) },
      ],
      ['CL_INVALID_VALUE', 'flags', { flags: undefined }],
      ['CL_INVALID_IMAGE_SIZE', 'image_desc', { height: 8 }],
      ['CL_INVALID_IMAGE_SIZE', 'image_desc', { buffer: bufferOf(here, 512, ['READ_ONLY']) }],
    ],
  )

  it('keeps its row pitch and has its buffer', () => {
    const world = creationWorld()
    const input = { ...base(world), ...over2D(world), rowPitch: 80 }
    expectRight(check(input))
    expect(check(input)).toMatchObject({ right: { buffer: { size: 1024 }, layout: { rowPitch: 80 } } })
  })
})
