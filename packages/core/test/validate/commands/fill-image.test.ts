import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { LEGAL_FORMATS, type LegalImageFormat } from '../../../src/model/image-format.ts'
import { FILL_IMAGE } from '../../../src/validate/conditions/commands/fill-image.ts'
import { validateFillImage } from '../../../src/validate/commands/fill-image.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { boxCases, boxNumbers, specifyBoxes, type ImageNames } from '../image-cases.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { bufferOf, device, eventOf, imageOf, queueOf, released } from '../objects.ts'
import { rightOf, specifyConditions, specifyFaults, specifyLegal, type Case, type Input } from '../specification.ts'
import { versionCase } from '../version-case.ts'

const check = checkWith('FillImage', validateFillImage)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  image: imageOf(here),
  fillColor: [0, 0.25, 0.5, 1],
  origin: [0, 0],
  region: [4, 4],
})
const spec = { table: FILL_IMAGE, world: commandWorld, base, check }
const NAMES: ImageNames = { image: 'image', imageKey: 'image', origin: 'origin', originKey: 'origin' }

const withFormat = (channelOrder: string, channelDataType: string) => {
  const format = { channelOrder, channelDataType } as LegalImageFormat
  return ({ here }: CommandWorld) => ({ image: imageOf(here, '2D', { shape: { format } }) })
}
const SIGNED = withFormat('CL_RGBA', 'CL_SIGNED_INT8')
const UNSIGNED = withFormat('CL_RGBA', 'CL_UNSIGNED_INT8')
const color = (
  given: NonNullable<Case<CommandWorld>['given']>,
  fault: unknown,
  control: unknown,
): Case<CommandWorld> => ({
  parameter: 'fill_color',
  given,
  vary: 'fillColor',
  fault: () => fault,
  control: () => control,
})

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...boxCases(NAMES),
    ...versionCase('1.1', '1.2'),
    'image-context': {
      parameter: 'image',
      vary: 'image',
      fault: ({ elsewhere }) => imageOf(elsewhere),
      control: ({ here }) => imageOf(here),
    },
    'image-live': {
      parameter: 'image',
      vary: 'image',
      fault: ({ here }) => released(imageOf(here)),
      control: ({ here }) => imageOf(here),
    },
    'fill-color-null': color(() => ({}), undefined, [0, 0, 0, 0]),
    'fill-color-shape': color(() => ({}), [0, 0, 0], [0, 0, 0, 0]),
    'fill-color-range': color(SIGNED, [0, 0, 0, 2 ** 31], [0, 0, 0, 2 ** 31 - 1]),
  },
})

describe('the facts of FillImage', () => specifyFacts(spec))
describe('the box of FillImage', () => specifyBoxes(spec, NAMES, () => ({})))
describe('the numbers of FillImage', () =>
  specifyNumbers(
    { ...spec, base: (world) => ({ ...base(world), image: imageOf(world.here, '3D') }) },
    boxNumbers(NAMES),
  ))

describe('the colour of FillImage', () => {
  const depth = withFormat('CL_DEPTH', 'CL_FLOAT')
  const rgba = () => ({})
  specifyFaults(spec, [
    ['null', 'CL_INVALID_VALUE', color(rgba, null, [0, 0, 0, 0])],
    ['a typed array', 'CL_INVALID_VALUE', color(rgba, new Float32Array(4), [0, 0, 0, 0])],
    ['an object', 'CL_INVALID_VALUE', color(rgba, { length: 4 }, [0, 0, 0, 0])],
    ['five numbers', 'CL_INVALID_VALUE', color(rgba, [0, 0, 0, 0, 0], [0, 0, 0, 0])],
    ['one number for four channels', 'CL_INVALID_VALUE', color(rgba, [0], [0, 0, 0, 0])],
    ['four numbers for a depth', 'CL_INVALID_VALUE', color(depth, [0, 0, 0, 0], [0])],
    ['text among the numbers', 'CL_INVALID_VALUE', color(rgba, [0, 0, '0', 0], [0, 0, 0, 0])],
    ['a hole among the numbers', 'CL_INVALID_VALUE', color(rgba, [0, 0, undefined, 0], [0, 0, 0, 0])],
    ['a bigint among the numbers', 'CL_INVALID_VALUE', color(rgba, [0, 0, 0, 0n], [0, 0, 0, 0])],
    [
      'less than -2^31 for signed integers',
      'CL_INVALID_VALUE',
      color(SIGNED, [-(2 ** 31) - 1, 0, 0, 0], [-(2 ** 31), 0, 0, 0]),
    ],
    ['less than 0 for unsigned integers', 'CL_INVALID_VALUE', color(UNSIGNED, [0, -1, 0, 0], [0, 0, 0, 0])],
    ['2^32 for unsigned integers', 'CL_INVALID_VALUE', color(UNSIGNED, [0, 2 ** 32, 0, 0], [0, 2 ** 32 - 1, 0, 0])],
    ['a fraction for integers', 'CL_INVALID_VALUE', color(UNSIGNED, [0, 0, 0.5, 0], [0, 0, 1, 0])],
    ['NaN for integers', 'CL_INVALID_VALUE', color(SIGNED, [Number.NaN, 0, 0, 0], [0, 0, 0, 0])],
    ['Infinity for integers', 'CL_INVALID_VALUE', color(SIGNED, [Number.POSITIVE_INFINITY, 0, 0, 0], [0, 0, 0, 0])],
  ])

  specifyLegal(spec, [
    ['a fraction, NaN and the infinities as floats', () => ({ fillColor: [0.1, Number.NaN, -1 / 0, 1 / 0] })],
    ['more than 1 for a normalised type', () => ({ fillColor: [2, -3, 1e300, 0] })],
  ])

  const bytes = (values: { readonly buffer: ArrayBufferLike }) => new Uint8Array(values.buffer)
  it.each(LEGAL_FORMATS)('for $channelOrder $channelDataType has the bytes that the C interface takes', (format) => {
    const world = commandWorld()
    const given = format.channelOrder === 'CL_DEPTH' ? [3] : [3, 2, 1, 7]
    const packed = () => {
      if (format.channelDataType.startsWith('CL_SIGNED_INT')) return bytes(Int32Array.from(given))
      if (format.channelDataType.startsWith('CL_UNSIGNED_INT')) return bytes(Uint32Array.from(given))
      return bytes(Float32Array.from(given))
    }
    const input = { ...base(world), image: imageOf(world.here, '2D', { shape: { format } }), fillColor: given }
    expect(rightOf(check(input))['fillColor']).toEqual(packed())
  })
})

describe('FillImage', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    [
      'a buffer',
      'CL_INVALID_MEM_OBJECT',
      {
        parameter: 'image',
        vary: 'image',
        fault: ({ here }) => bufferOf(here),
        control: ({ here }) => imageOf(here),
      },
    ],
  ])

  specifyLegal(spec, [
    [
      'an image that the host has no access to',
      ({ here }) => ({ image: imageOf(here, '2D', { flags: ['HOST_NO_ACCESS'] }) }),
    ],
  ])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: undefined,
      waitList: [eventOf(elsewhere), 'event'],
      image: released(imageOf(here)),
      fillColor: [0],
      origin: [0, 0, 1],
      region: [9, 0],
    }),
    ({ here, elsewhere, queue }) => {
      const imageFormats = { ...device().imageFormats, '2D': [] }
      return [
        [
          'CL_INVALID_COMMAND_QUEUE',
          'command_queue',
          { queue: queueOf(here, device({ version: '1.1', imageSupport: false })) },
        ],
        ['CL_INVALID_MEM_OBJECT', 'image', { image: imageOf(elsewhere) }],
        ['CL_INVALID_CONTEXT', 'image', { image: imageOf(here) }],
        ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
        ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
        ['CL_INVALID_OPERATION', 'command_queue', { queue: queueOf(here, device({ imageSupport: false })) }],
        [
          'CL_INVALID_OPERATION',
          'command_queue',
          { queue: queueOf(here, device({ image2dMaxWidth: 15, imageFormats })) },
        ],
        ['CL_INVALID_VALUE', 'fill_color', { fillColor: [0, 0, 0, 0] }],
        ['CL_INVALID_VALUE', 'origin', { origin: [16] }],
        ['CL_INVALID_VALUE', 'region', { region: [9, 1] }],
        ['CL_INVALID_VALUE', 'origin', { origin: [8] }],
        ['CL_INVALID_VALUE', 'region', { region: [8, 1] }],
        ['CL_INVALID_IMAGE_SIZE', 'image', { queue: queueOf(here, device({ imageFormats })) }],
        ['CL_IMAGE_FORMAT_NOT_SUPPORTED', 'image', { queue }],
      ]
    },
  )

  it('fills in the box, from origin to the far corner', () => {
    const world = commandWorld()
    const image = imageOf(world.here, '3D')
    expect(check({ ...base(world), image, origin: [3, 2, 1], region: undefined })).toEqual(
      right({
        _tag: 'FillImage',
        image,
        fillColor: new Uint8Array(Float32Array.of(0, 0.25, 0.5, 1).buffer),
        origin: [3, 2, 1],
        region: [13, 6, 3],
      }),
    )
  })

  it('says what the colour of integers must be', () => {
    const world = commandWorld()
    expect(check({ ...base(world), ...SIGNED(world), fillColor: [0, 0, 0.5, 0] })).toMatchObject({
      left: {
        message: 'fill_color[2] is 0.5; for CL_SIGNED_INT8 it must be a whole number from -2^31 to 2^31 - 1.',
      },
    })
  })
})
