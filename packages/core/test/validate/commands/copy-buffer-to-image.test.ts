import fc from 'fast-check'
import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { COPY_BUFFER_TO_IMAGE } from '../../../src/validate/conditions/commands/copy-buffer-to-image.ts'
import { validateCopyBufferToImage } from '../../../src/validate/commands/copy-buffer-to-image.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { boxCases, boxNumbers, specifyBoxes, type ImageNames } from '../image-cases.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { behind, bufferOf, device, eventOf, imageOf, partOf, queueOf, released } from '../objects.ts'
import { expectRefusal, specifyConditions, specifyFaults, specifyLegal, type Input } from '../specification.ts'

const check = checkWith('CopyBufferToImage', validateCopyBufferToImage)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  dstImage: imageOf(here),
  srcBuffer: bufferOf(here),
  dstOrigin: [0, 0],
  region: [4, 4],
  srcOffset: 0,
})
const spec = { table: COPY_BUFFER_TO_IMAGE, world: commandWorld, base, check }
const NAMES: ImageNames = { image: 'dst_image', imageKey: 'dstImage', origin: 'dst_origin', originKey: 'dstOrigin' }
const room = ({ here }: CommandWorld) => ({ srcBuffer: bufferOf(here, 4096) })

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...boxCases(NAMES),
    'dst_image-context': {
      parameter: 'dst_image',
      vary: 'dstImage',
      fault: ({ elsewhere }) => imageOf(elsewhere),
      control: ({ here }) => imageOf(here),
    },
    'src_buffer-context': {
      parameter: 'src_buffer',
      vary: 'srcBuffer',
      fault: ({ elsewhere }) => bufferOf(elsewhere),
      control: ({ here }) => bufferOf(here),
    },
    'dst_image-live': {
      parameter: 'dst_image',
      vary: 'dstImage',
      fault: ({ here }) => released(imageOf(here)),
      control: ({ here }) => imageOf(here),
    },
    'src_buffer-live': {
      parameter: 'src_buffer',
      vary: 'srcBuffer',
      fault: ({ here }) => released(bufferOf(here)),
      control: ({ here }) => bufferOf(here),
    },
    'dst_image-of-src_buffer': {
      parameter: 'dst_image',
      given: ({ here }) => ({ dstImage: imageOf(here, '1D_BUFFER', { buffer: behind(here) }), region: [4] }),
      vary: 'srcBuffer',
      fault: ({ here }) => behind(here),
      control: ({ here }) => bufferOf(here),
    },
    'buffer-range': { parameter: 'src_offset', vary: 'srcOffset', fault: () => 961, control: () => 960 },
    'src_buffer-misaligned': {
      parameter: 'src_buffer',
      vary: 'srcBuffer',
      fault: ({ here }) => partOf(bufferOf(here), 64, 256),
      control: ({ here }) => partOf(bufferOf(here), 128, 256),
    },
    'not-a-size': { parameter: 'src_offset', vary: 'srcOffset', fault: () => 0.5, control: () => 1 },
  },
})

describe('the facts of CopyBufferToImage', () => specifyFacts(spec))
describe('the box of CopyBufferToImage', () => specifyBoxes(spec, NAMES, room))
describe('the numbers of CopyBufferToImage', () => {
  const volume = (world: CommandWorld) => ({ ...base(world), ...room(world), dstImage: imageOf(world.here, '3D') })
  specifyNumbers({ ...spec, base: volume }, [
    ...boxNumbers(NAMES),
    { key: 'srcOffset', parameter: 'src_offset', control: 8 },
  ])
})

describe('CopyBufferToImage', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    [
      'a buffer as dst_image',
      'CL_INVALID_MEM_OBJECT',
      {
        parameter: 'dst_image',
        vary: 'dstImage',
        fault: ({ here }) => bufferOf(here),
        control: ({ here }) => imageOf(here),
      },
    ],
    [
      'src_offset past the end',
      'CL_INVALID_VALUE',
      { parameter: 'src_offset', vary: 'srcOffset', fault: () => Number.MAX_SAFE_INTEGER, control: () => 960 },
    ],
  ])

  specifyLegal(spec, [
    [
      'a copy between objects that the host has no access to',
      ({ here }) => ({
        dstImage: imageOf(here, '2D', { flags: ['HOST_NO_ACCESS'] }),
        srcBuffer: bufferOf(here, 64, ['HOST_NO_ACCESS']),
      }),
    ],
  ])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: undefined,
      waitList: [eventOf(elsewhere), 'event'],
      dstImage: released(imageOf(here)),
      srcBuffer: undefined,
      dstOrigin: [0, 0, 1],
      region: [9, 0],
      srcOffset: -1,
    }),
    ({ here, elsewhere, queue }) => {
      const imageless = queueOf(here, device({ imageSupport: false }))
      const small = queueOf(here, device({ image2dMaxWidth: 15, imageFormats: { ...device().imageFormats, '2D': [] } }))
      const formatless = queueOf(here, device({ imageFormats: { ...device().imageFormats, '2D': [] } }))
      return [
        ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue: imageless }],
        ['CL_INVALID_MEM_OBJECT', 'src_buffer', { srcBuffer: bufferOf(elsewhere) }],
        ['CL_INVALID_MEM_OBJECT', 'dst_image', { dstImage: imageOf(elsewhere) }],
        ['CL_INVALID_CONTEXT', 'src_buffer', { srcBuffer: partOf(bufferOf(here), 64, 256) }],
        ['CL_INVALID_CONTEXT', 'dst_image', { dstImage: imageOf(here) }],
        ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
        ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
        ['CL_INVALID_OPERATION', 'command_queue', { queue: small }],
        ['CL_INVALID_VALUE', 'src_offset', { srcOffset: 256 }],
        ['CL_INVALID_VALUE', 'dst_origin', { dstOrigin: [16] }],
        ['CL_INVALID_VALUE', 'region', { region: [9, 1] }],
        ['CL_INVALID_VALUE', 'dst_origin', { dstOrigin: [8] }],
        ['CL_INVALID_VALUE', 'region', { region: [8, 1] }],
        ['CL_INVALID_VALUE', 'src_offset', { srcOffset: 0 }],
        ['CL_INVALID_IMAGE_SIZE', 'dst_image', { queue: formatless }],
        ['CL_IMAGE_FORMAT_NOT_SUPPORTED', 'dst_image', { queue }],
        ['CL_MISALIGNED_SUB_BUFFER_OFFSET', 'src_buffer', { srcBuffer: bufferOf(here) }],
      ]
    },
  )

  it('fills in the box: from dst_origin to the far corner', () => {
    const world = commandWorld()
    const input = { ...base(world), ...room(world), dstImage: imageOf(world.here, '3D'), dstOrigin: [3, 2, 1] }
    const { dstImage, srcBuffer } = input as Input
    expect(check({ ...input, region: undefined })).toEqual(
      right({ _tag: 'CopyBufferToImage', dstImage, srcBuffer, dstOrigin: [3, 2, 1], region: [13, 6, 3], srcOffset: 0 }),
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
  ])('completes region %j', (region, dstOrigin, full) => {
    const world = commandWorld()
    expect(
      check({ ...base(world), ...room(world), dstImage: imageOf(world.here, '3D'), dstOrigin: [0], region }),
    ).toMatchObject({ right: { dstOrigin, region: full } })
  })

  it('takes a box exactly when its pixels are in the image and its packed bytes in the buffer', () => {
    const world = commandWorld()
    const dstImage = imageOf(world.here, '3D')
    const near = fc.oneof(fc.nat(9), fc.constant(Number.MAX_SAFE_INTEGER))
    const side = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(Number.MAX_SAFE_INTEGER))
    const offset = fc.oneof(fc.nat(2000), fc.constant(Number.MAX_SAFE_INTEGER))
    fc.assert(
      fc.property(fc.tuple(near, near, near), fc.tuple(side, side, side), offset, (dstOrigin, region, srcOffset) => {
        const extent = [16, 8, 4]
        const inside = extent.every((most, i) => BigInt(dstOrigin[i] ?? 0) + BigInt(region[i] ?? 0) <= BigInt(most))
        const bytes = region.reduce((product, n) => product * BigInt(n), 4n)
        const fits = inside && BigInt(srcOffset) + bytes <= 1024n
        const answer = check({ ...base(world), dstImage, dstOrigin, region, srcOffset })
        expect(answer._tag).toBe(fits ? 'Right' : 'Left')
        if (inside && !fits) expectRefusal(answer, 'CopyBufferToImage', 'CL_INVALID_VALUE', 'src_offset')
      }),
      { numRuns: 1000 },
    )
  })
})
