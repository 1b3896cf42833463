import fc from 'fast-check'
import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { COPY_IMAGE_TO_BUFFER } from '../../../src/validate/conditions/commands/copy-image-to-buffer.ts'
import { validateCopyImageToBuffer } from '../../../src/validate/commands/copy-image-to-buffer.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { boxCases, boxNumbers, specifyBoxes, type ImageNames } from '../image-cases.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { behind, bufferOf, device, eventOf, imageOf, partOf, queueOf, released } from '../objects.ts'
import { expectRefusal, specifyConditions, specifyFaults, specifyLegal, type Input } from '../specification.ts'

const check = checkWith('CopyImageToBuffer', validateCopyImageToBuffer)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  srcImage: imageOf(here),
  dstBuffer: bufferOf(here),
  srcOrigin: [0, 0],
  region: [4, 4],
  dstOffset: 0,
})
const spec = { table: COPY_IMAGE_TO_BUFFER, world: commandWorld, base, check }
const NAMES: ImageNames = { image: 'src_image', imageKey: 'srcImage', origin: 'src_origin', originKey: 'srcOrigin' }
const room = ({ here }: CommandWorld) => ({ dstBuffer: bufferOf(here, 4096) })

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...boxCases(NAMES),
    'src_image-context': {
      parameter: 'src_image',
      vary: 'srcImage',
      fault: ({ elsewhere }) => imageOf(elsewhere),
      control: ({ here }) => imageOf(here),
    },
    'dst_buffer-context': {
      parameter: 'dst_buffer',
      vary: 'dstBuffer',
      fault: ({ elsewhere }) => bufferOf(elsewhere),
      control: ({ here }) => bufferOf(here),
    },
    'src_image-live': {
      parameter: 'src_image',
      vary: 'srcImage',
      fault: ({ here }) => released(imageOf(here)),
      control: ({ here }) => imageOf(here),
    },
    'dst_buffer-live': {
      parameter: 'dst_buffer',
      vary: 'dstBuffer',
      fault: ({ here }) => released(bufferOf(here)),
      control: ({ here }) => bufferOf(here),
    },
    'src_image-of-dst_buffer': {
      parameter: 'src_image',
      given: ({ here }) => ({ srcImage: imageOf(here, '1D_BUFFER', { buffer: behind(here) }), region: [4] }),
      vary: 'dstBuffer',
      fault: ({ here }) => behind(here),
      control: ({ here }) => bufferOf(here),
    },
    'buffer-range': { parameter: 'dst_offset', vary: 'dstOffset', fault: () => 961, control: () => 960 },
    'dst_buffer-misaligned': {
      parameter: 'dst_buffer',
      vary: 'dstBuffer',
      fault: ({ here }) => partOf(bufferOf(here), 64, 256),
      control: ({ here }) => partOf(bufferOf(here), 128, 256),
    },
    'not-a-size': { parameter: 'dst_offset', vary: 'dstOffset', fault: () => 0.5, control: () => 1 },
  },
})

describe('the facts of CopyImageToBuffer', () => specifyFacts(spec))
describe('the box of CopyImageToBuffer', () => specifyBoxes(spec, NAMES, room))
describe('the numbers of CopyImageToBuffer', () => {
  const volume = (world: CommandWorld) => ({ ...base(world), ...room(world), srcImage: imageOf(world.here, '3D') })
  specifyNumbers({ ...spec, base: volume }, [
    ...boxNumbers(NAMES),
    { key: 'dstOffset', parameter: 'dst_offset', control: 8 },
  ])
})

describe('CopyImageToBuffer', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    [
      'a buffer as src_image',
      'CL_INVALID_MEM_OBJECT',
      {
        parameter: 'src_image',
        vary: 'srcImage',
        fault: ({ here }) => bufferOf(here),
        control: ({ here }) => imageOf(here),
      },
    ],
    [
      'dst_offset past the end',
      'CL_INVALID_VALUE',
      { parameter: 'dst_offset', vary: 'dstOffset', fault: () => Number.MAX_SAFE_INTEGER, control: () => 960 },
    ],
  ])

  specifyLegal(spec, [
    [
      'a copy between objects that the host has no access to',
      ({ here }) => ({
        srcImage: imageOf(here, '2D', { flags: ['HOST_NO_ACCESS'] }),
        dstBuffer: bufferOf(here, 64, ['HOST_NO_ACCESS']),
      }),
    ],
  ])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: undefined,
      waitList: [eventOf(elsewhere), 'event'],
      srcImage: released(imageOf(here)),
      dstBuffer: undefined,
      srcOrigin: [0, 0, 1],
      region: [9, 0],
      dstOffset: -1,
    }),
    ({ here, elsewhere, queue }) => {
      const imageless = queueOf(here, device({ imageSupport: false }))
      const small = queueOf(here, device({ image2dMaxWidth: 15, imageFormats: { ...device().imageFormats, '2D': [] } }))
      const formatless = queueOf(here, device({ imageFormats: { ...device().imageFormats, '2D': [] } }))
      return [
        ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue: imageless }],
        ['CL_INVALID_MEM_OBJECT', 'src_image', { srcImage: imageOf(elsewhere) }],
        ['CL_INVALID_MEM_OBJECT', 'dst_buffer', { dstBuffer: bufferOf(elsewhere) }],
        ['CL_INVALID_CONTEXT', 'src_image', { srcImage: imageOf(here) }],
        ['CL_INVALID_CONTEXT', 'dst_buffer', { dstBuffer: partOf(bufferOf(here), 64, 256) }],
        ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
        ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
        ['CL_INVALID_OPERATION', 'command_queue', { queue: small }],
        ['CL_INVALID_VALUE', 'src_origin', { srcOrigin: [16] }],
        ['CL_INVALID_VALUE', 'region', { region: [9, 1] }],
        ['CL_INVALID_VALUE', 'dst_offset', { dstOffset: 256 }],
        ['CL_INVALID_VALUE', 'src_origin', { srcOrigin: [8] }],
        ['CL_INVALID_VALUE', 'region', { region: [8, 1] }],
        ['CL_INVALID_VALUE', 'dst_offset', { dstOffset: 0 }],
        ['CL_INVALID_IMAGE_SIZE', 'src_image', { queue: formatless }],
        ['CL_IMAGE_FORMAT_NOT_SUPPORTED', 'src_image', { queue }],
        ['CL_MISALIGNED_SUB_BUFFER_OFFSET', 'dst_buffer', { dstBuffer: bufferOf(here) }],
      ]
    },
  )

  it('fills in the box: from src_origin to the far corner', () => {
    const world = commandWorld()
    const input = { ...base(world), ...room(world), srcImage: imageOf(world.here, '3D'), srcOrigin: [3, 2, 1] }
    const { srcImage, dstBuffer } = input as Input
    expect(check({ ...input, region: undefined })).toEqual(
      right({ _tag: 'CopyImageToBuffer', srcImage, dstBuffer, srcOrigin: [3, 2, 1], region: [13, 6, 3], dstOffset: 0 }),
    )
  })

  it.each([
    [[5], [0, 0, 0], [5, 1, 1]],
    [
      [5, 2],
      [0, 0, 0],
      [5, 2, 1],
    ],
    [
      [5, 2, 3],
      [0, 0, 0],
      [5, 2, 3],
    ],
  ])('completes region %j', (region, srcOrigin, full) => {
    const world = commandWorld()
    expect(
      check({ ...base(world), ...room(world), srcImage: imageOf(world.here, '3D'), srcOrigin: [0], region }),
    ).toMatchObject({ right: { srcOrigin, region: full } })
  })

  it('takes a box exactly when its pixels are in the image and its packed bytes in the buffer', () => {
    const world = commandWorld()
    const srcImage = imageOf(world.here, '3D')
    const near = fc.oneof(fc.nat(9), fc.constant(Number.MAX_SAFE_INTEGER))
    const side = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(Number.MAX_SAFE_INTEGER))
    const offset = fc.oneof(fc.nat(2000), fc.constant(Number.MAX_SAFE_INTEGER))
    fc.assert(
      fc.property(fc.tuple(near, near, near), fc.tuple(side, side, side), offset, (srcOrigin, region, dstOffset) => {
        const extent = [16, 8, 4]
        const inside = extent.every((most, i) => BigInt(srcOrigin[i] ?? 0) + BigInt(region[i] ?? 0) <= BigInt(most))
        const bytes = region.reduce((product, n) => product * BigInt(n), 4n)
        const fits = inside && BigInt(dstOffset) + bytes <= 1024n
        const answer = check({ ...base(world), srcImage, srcOrigin, region, dstOffset })
        expect(answer._tag).toBe(fits ? 'Right' : 'Left')
        if (inside && !fits) expectRefusal(answer, 'CopyImageToBuffer', 'CL_INVALID_VALUE', 'dst_offset')
      }),
      { numRuns: 1000 },
    )
  })
})
