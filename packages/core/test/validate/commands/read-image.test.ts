import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { READ_IMAGE } from '../../../src/validate/conditions/commands/read-image.ts'
import { validateReadImage } from '../../../src/validate/commands/read-image.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { PTR_CASES, specifyHostMemory } from '../host-memory-cases.ts'
import { boxCases, boxNumbers, specifyBoxes, type ImageNames } from '../image-cases.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { bufferOf, detached, device, eventOf, imageOf, queueOf, released } from '../objects.ts'
import { pitchCases, specifyPitches, type PitchNames } from '../pitch-cases.ts'
import {
  expectSameMemory,
  rightOf,
  specifyConditions,
  specifyFaults,
  specifyLegal,
  type Input,
} from '../specification.ts'

const check = checkWith('ReadImage', validateReadImage)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  image: imageOf(here),
  origin: [0, 0],
  region: [4, 4],
  rowPitch: 0,
  slicePitch: 0,
  ptr: new Uint8Array(64),
})
const spec = { table: READ_IMAGE, world: commandWorld, base, check }
const NAMES: ImageNames = { image: 'image', imageKey: 'image', origin: 'origin', originKey: 'origin' }
const PITCHES: PitchNames = {
  row: 'row_pitch',
  rowKey: 'rowPitch',
  slice: 'slice_pitch',
  sliceKey: 'slicePitch',
}
const room = () => ({ ptr: new Uint8Array(4096) })

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...PTR_CASES,
    ...boxCases(NAMES),
    ...pitchCases(PITCHES),
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
    'ptr-null': { parameter: 'ptr', vary: 'ptr', fault: () => null, control: () => undefined },
    'host-access': {
      parameter: 'image',
      vary: 'image',
      fault: ({ here }) => imageOf(here, '2D', { flags: ['HOST_WRITE_ONLY'] }),
      control: ({ here }) => imageOf(here, '2D', { flags: ['HOST_READ_ONLY'] }),
    },
    'not-a-size': { parameter: 'row_pitch', vary: 'rowPitch', fault: () => 0.5, control: () => 16 },
    'result-not-allocatable': {
      parameter: 'ptr',
      given: () => ({ ptr: undefined }),
      vary: 'rowPitch',
      fault: () => 2 ** 51,
      control: () => 16,
    },
  },
})

describe('the facts of ReadImage', () => specifyFacts(spec))
describe('the host memory of ReadImage', () => specifyHostMemory(spec))
describe('the box of ReadImage', () => specifyBoxes(spec, NAMES, room))
describe('the pitches of ReadImage', () => specifyPitches(spec, PITCHES))
describe('the numbers of ReadImage', () => {
  const volume = (world: CommandWorld) => ({ ...base(world), ...room(), image: imageOf(world.here, '3D') })
  specifyNumbers({ ...spec, base: volume }, [
    ...boxNumbers(NAMES),
    { key: 'rowPitch', parameter: 'row_pitch', control: 64 },
    { key: 'slicePitch', parameter: 'slice_pitch', control: 1024 },
  ])
})

describe('ReadImage', () => {
  specifyTotal(spec)

  const other = { parameter: 'image', vary: 'image', control: ({ here }: CommandWorld) => imageOf(here) }
  specifyFaults(spec, [
    ['a buffer', 'CL_INVALID_MEM_OBJECT', { ...other, fault: ({ here }) => bufferOf(here) }],
    [
      'an image without access of the host',
      'CL_INVALID_OPERATION',
      { ...other, fault: ({ here }) => imageOf(here, '2D', { flags: ['HOST_NO_ACCESS'] }) },
    ],
  ])

  specifyLegal(spec, [['more host memory than the box needs', () => ({ ptr: new Uint8Array(65) })]])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: undefined,
      waitList: [eventOf(elsewhere), 'event'],
      image: released(imageOf(here)),
      origin: [0, 0, 1],
      region: [9, 0],
      rowPitch: -1,
      slicePitch: 1024,
      ptr: detached(),
    }),
    ({ here, elsewhere, queue }) => {
      const imageless = queueOf(here, device({ imageSupport: false }))
      const small = queueOf(here, device({ image2dMaxWidth: 15, imageFormats: { ...device().imageFormats, '2D': [] } }))
      const formatless = queueOf(here, device({ imageFormats: { ...device().imageFormats, '2D': [] } }))
      return [
        ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue: imageless }],
        ['CL_INVALID_MEM_OBJECT', 'image', { image: imageOf(elsewhere) }],
        ['CL_INVALID_CONTEXT', 'image', { image: imageOf(here, '2D', { flags: ['HOST_NO_ACCESS'] }) }],
        ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
        ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
        ['CL_INVALID_OPERATION', 'command_queue', { queue: small }],
        ['CL_INVALID_OPERATION', 'image', { image: imageOf(here) }],
        ['CL_INVALID_VALUE', 'origin', { origin: [16] }],
        ['CL_INVALID_VALUE', 'region', { region: [9, 1] }],
        ['CL_INVALID_VALUE', 'row_pitch', { rowPitch: 40 }],
        ['CL_INVALID_VALUE', 'slice_pitch', { slicePitch: 0 }],
        ['CL_INVALID_VALUE', 'ptr', { ptr: new Uint8Array(4) }],
        ['CL_INVALID_VALUE', 'origin', { origin: [8] }],
        ['CL_INVALID_VALUE', 'region', { region: [8, 1] }],
        ['CL_INVALID_VALUE', 'ptr', { ptr: new Uint8Array(32) }],
        ['CL_INVALID_IMAGE_SIZE', 'image', { queue: formatless }],
        ['CL_IMAGE_FORMAT_NOT_SUPPORTED', 'image', { queue }],
      ]
    },
  )

  it('fills in the box, from origin to the far corner', () => {
    const world = commandWorld()
    const image = imageOf(world.here, '3D')
    const ptr = new Uint8Array(4096)
    expect(check({ ...base(world), image, origin: [3, 2, 1], region: undefined, ptr })).toEqual(
      right({ _tag: 'ReadImage', image, origin: [3, 2, 1], region: [13, 6, 3], rowPitch: 52, slicePitch: 312, ptr }),
    )
  })

  it('reads into the memory given, not into a copy', () => {
    const ptr = new Float32Array(new ArrayBuffer(128), 64)
    expectSameMemory(rightOf(check({ ...base(commandWorld()), ptr }))['ptr'], ptr)
  })

  it.each([
    ['1D', [5], 0, 0, 20],
    ['1D', [5], 32, 0, 32],
    ['1D_BUFFER', [5], 32, 0, 32],
    ['1D_ARRAY', [5, 3], 24, 32, 96],
    ['2D', [5, 3], 32, 0, 96],
    ['2D_ARRAY', [5, 3, 2], 32, 100, 200],
    ['3D', [5, 3, 2], 0, 64, 128],
  ] as const)(
    'allocates whole slices: %s %j with pitches %i and %i gives %i bytes',
    (type, region, row, slice, bytes) => {
      const world = commandWorld()
      const image = imageOf(world.here, type)
      const answer = check({ ...base(world), image, region, rowPitch: row, slicePitch: slice, ptr: undefined })
      expect(answer).toMatchObject({ right: { ptr: new Uint8Array(bytes) } })
    },
  )
})
