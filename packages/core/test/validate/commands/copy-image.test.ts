import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { RGBA8, type LegalImageFormat } from '../../../src/model/image-format.ts'
import { COPY_IMAGE } from '../../../src/validate/conditions/commands/copy-image.ts'
import { validateCopyImage } from '../../../src/validate/commands/copy-image.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { boxCases, boxNumbers, specifyBoxes, type ImageNames } from '../image-cases.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { behind, bufferOf, device, eventOf, imageOf, queueOf, released } from '../objects.ts'
import { specifyConditions, specifyFaults, specifyLegal, type Case, type Input } from '../specification.ts'

const check = checkWith('CopyImage', validateCopyImage)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  srcImage: imageOf(here),
  dstImage: imageOf(here),
  srcOrigin: [0, 0],
  dstOrigin: [0, 0],
  region: [4, 4],
})
const spec = { table: COPY_IMAGE, world: commandWorld, base, check }
const SRC: ImageNames = { image: 'src_image', imageKey: 'srcImage', origin: 'src_origin', originKey: 'srcOrigin' }
const DST: ImageNames = {
  image: 'dst_image',
  imageKey: 'dstImage',
  origin: 'dst_origin',
  originKey: 'dstOrigin',
  hasNoDefault: true,
}
const BGRA8: LegalImageFormat = { channelOrder: 'CL_BGRA', channelDataType: 'CL_UNORM_INT8' }
const FORMATS = device().imageFormats

const images = ({ image, imageKey }: ImageNames) => {
  const row = { parameter: image, vary: imageKey, control: ({ here }: CommandWorld) => imageOf(here) }
  return {
    context: { ...row, fault: ({ elsewhere }: CommandWorld) => imageOf(elsewhere) },
    live: { ...row, fault: ({ here }: CommandWorld) => released(imageOf(here)) },
  }
}

const onQueue = (
  parameter: string,
  fault: Parameters<typeof device>[0],
  given?: Case<CommandWorld>['given'],
): Case<CommandWorld> => ({
  parameter,
  ...(given === undefined ? {} : { given }),
  vary: 'queue',
  fault: ({ here }) => queueOf(here, device(fault)),
  control: ({ here }) => queueOf(here, device()),
})
const to3D = ({ here }: CommandWorld) => ({ dstImage: imageOf(here, '3D') })

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    'image-support': boxCases(SRC)['image-support'],
    'src_image-context': images(SRC).context,
    'dst_image-context': images(DST).context,
    'src_image-live': images(SRC).live,
    'dst_image-live': images(DST).live,
    'format-mismatch': {
      parameter: 'dst_image',
      vary: 'dstImage',
      fault: ({ here }) => imageOf(here, '2D', { shape: { format: BGRA8 } }),
      control: ({ here }) => imageOf(here, '2D', { shape: { format: { ...RGBA8 } } }),
    },
    'src-origin-null': boxCases(SRC)['origin-null'],
    'dst-origin-null': boxCases(DST)['origin-null'],
    'region-null': boxCases(SRC)['region-null'],
    'src-box-outside': boxCases(SRC)['box-outside'],
    'dst-box-outside': boxCases(DST)['box-outside'],
    'src-box-shape': boxCases(SRC)['box-shape'],
    'dst-box-shape': boxCases(DST)['box-shape'],
    'src-size-unsupported': onQueue('src_image', { image2dMaxHeight: 7 }, to3D),
    'dst-size-unsupported': onQueue('dst_image', { image3dMaxDepth: 3 }, to3D),
    'src-format-unsupported': onQueue('src_image', { imageFormats: { ...FORMATS, '2D': [BGRA8] } }, to3D),
    'dst-format-unsupported': onQueue('dst_image', { imageFormats: { ...FORMATS, '3D': [BGRA8] } }, to3D),
    'overlap-same-image': {
      parameter: 'dst_image',
      given: ({ here }) => {
        const image = imageOf(here)
        return { srcImage: image, dstImage: image }
      },
      vary: 'dstOrigin',
      fault: () => [3, 3],
      control: () => [4, 3],
    },
    'overlap-shared-buffer': {
      parameter: 'dst_image',
      given: ({ here }) => ({
        srcImage: imageOf(here, '1D_BUFFER', { buffer: behind(here) }),
        dstImage: imageOf(here, '2D', { buffer: behind(here), shape: { width: 4, height: 2 } }),
        region: [2],
      }),
      vary: 'dstOrigin',
      fault: () => [1],
      control: () => [2],
    },
  },
})

describe('the facts of CopyImage', () => specifyFacts(spec))
describe('the source box of CopyImage', () =>
  specifyBoxes(spec, SRC, ({ here }) => ({ dstImage: imageOf(here, '3D') })))
describe('the destination box of CopyImage', () =>
  specifyBoxes(spec, DST, ({ here }) => ({ srcImage: imageOf(here, '3D') })))
describe('the numbers of CopyImage', () =>
  specifyNumbers(
    {
      ...spec,
      base: (world) => ({ ...base(world), srcImage: imageOf(world.here, '3D'), dstImage: imageOf(world.here, '3D') }),
    },
    [...boxNumbers(SRC), ...boxNumbers(DST).filter(({ key }) => key === 'dstOrigin')],
  ))

describe('CopyImage', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    ['a buffer as src_image', 'CL_INVALID_MEM_OBJECT', { ...images(SRC).live, fault: ({ here }) => bufferOf(here) }],
    ['a buffer as dst_image', 'CL_INVALID_MEM_OBJECT', { ...images(DST).live, fault: ({ here }) => bufferOf(here) }],
    [
      'another data type of the same size',
      'CL_IMAGE_FORMAT_MISMATCH',
      {
        ...images(DST).live,
        fault: ({ here }) =>
          imageOf(here, '2D', { shape: { format: { channelOrder: 'CL_RGBA', channelDataType: 'CL_SNORM_INT8' } } }),
      },
    ],
    [
      'a region with slices that only the source has',
      'CL_INVALID_VALUE',
      {
        parameter: 'region',
        given: ({ here }) => ({ srcImage: imageOf(here, '3D') }),
        vary: 'region',
        fault: () => [4, 4, 2],
        control: () => [4, 4, 1],
      },
    ],
    [
      'a default region that the destination has no room for',
      'CL_INVALID_VALUE',
      {
        parameter: 'region',
        given: () => ({ region: undefined, dstOrigin: [1, 0] }),
        vary: 'srcOrigin',
        fault: () => [0, 0],
        control: () => [1, 0],
      },
    ],
  ])

  specifyLegal(spec, [
    [
      'a copy between images that the host has no access to',
      ({ here }) => ({
        srcImage: imageOf(here, '2D', { flags: ['HOST_NO_ACCESS'] }),
        dstImage: imageOf(here, '2D', { flags: ['HOST_NO_ACCESS'] }),
      }),
    ],
    ['a device of version 1.0', ({ here }) => ({ queue: queueOf(here, device({ version: '1.0' })) })],
  ])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: undefined,
      waitList: [eventOf(elsewhere), 'event'],
      srcImage: released(imageOf(here)),
      dstImage: undefined,
      srcOrigin: [0, 0, 1],
      dstOrigin: [0, 0, 1],
      region: [9, 0],
    }),
    ({ here, elsewhere, queue }) => {
      const image = imageOf(here)
      return [
        ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue: queueOf(here, device({ imageSupport: false })) }],
        ['CL_INVALID_MEM_OBJECT', 'src_image', { srcImage: imageOf(elsewhere) }],
        ['CL_INVALID_MEM_OBJECT', 'dst_image', { dstImage: imageOf(elsewhere) }],
        ['CL_INVALID_CONTEXT', 'src_image', { srcImage: image }],
        ['CL_INVALID_CONTEXT', 'dst_image', { dstImage: imageOf(here, '2D', { shape: { format: BGRA8 } }) }],
        ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
        ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
        [
          'CL_INVALID_OPERATION',
          'command_queue',
          { queue: queueOf(here, device({ image2dMaxWidth: 15, imageFormats: { ...FORMATS, '2D': [] } })) },
        ],
        ['CL_IMAGE_FORMAT_MISMATCH', 'dst_image', { dstImage: image }],
        ['CL_INVALID_VALUE', 'src_origin', { srcOrigin: [16] }],
        ['CL_INVALID_VALUE', 'dst_origin', { dstOrigin: [16] }],
        ['CL_INVALID_VALUE', 'region', { region: [9, 1] }],
        ['CL_INVALID_VALUE', 'src_origin', { srcOrigin: [8] }],
        ['CL_INVALID_VALUE', 'region', { region: [8, 1] }],
        ['CL_INVALID_VALUE', 'dst_origin', { dstOrigin: [0] }],
        [
          'CL_INVALID_IMAGE_SIZE',
          'src_image',
          { queue: queueOf(here, device({ imageFormats: { ...FORMATS, '2D': [] } })) },
        ],
        ['CL_IMAGE_FORMAT_NOT_SUPPORTED', 'src_image', { queue }],
      ]
    },
  )

  it('fills in the box, from src_origin to the far corner of the source', () => {
    const world = commandWorld()
    const srcImage = imageOf(world.here, '3D')
    const dstImage = imageOf(world.here, '2D_ARRAY')
    expect(check({ ...base(world), srcImage, dstImage, srcOrigin: [3, 2, 1], region: undefined })).toEqual(
      right({
        _tag: 'CopyImage',
        srcImage,
        dstImage,
        srcOrigin: [3, 2, 1],
        dstOrigin: [0, 0, 0],
        region: [13, 6, 3],
      }),
    )
  })

  it('names both formats', () => {
    const world = commandWorld()
    const dstImage = imageOf(world.here, '2D', { shape: { format: BGRA8 } })
    expect(check({ ...base(world), dstImage })).toMatchObject({
      left: {
        message: 'dst_image is CL_BGRA/CL_UNORM_INT8; it must be CL_RGBA/CL_UNORM_INT8, as src_image is.',
      },
    })
  })
})
