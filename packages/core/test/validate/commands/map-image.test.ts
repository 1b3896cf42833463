import { describe, expect, it } from 'vitest'
import { MappedObject } from '../../../src/model/mapped.ts'
import { validateMapImage } from '../../../src/validate/commands/map-image.ts'
import { MAP_IMAGE } from '../../../src/validate/conditions/commands/map-image.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { boxCases, boxNumbers, specifyBoxes, type ImageNames } from '../image-cases.ts'
import { SHARING, specifyMapFlags } from '../map-flag-cases.ts'
import { mapOfBuffer, mapOfImage, unmapped } from '../mapping-world.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { bufferOf, device, eventOf, imageOf, queueOf, released } from '../objects.ts'
import {
  expectRefusal,
  expectRight,
  rightOf,
  specifyConditions,
  specifyFaults,
  specifyLegal,
  type Input,
} from '../specification.ts'

const check = checkWith('MapImage', validateMapImage)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  image: imageOf(here),
  mapFlags: ['READ'],
  origin: [0, 0],
  region: [4, 4],
})
const spec = { table: MAP_IMAGE, world: commandWorld, base, check }
const NAMES: ImageNames = { image: 'image', imageKey: 'image', origin: 'origin', originKey: 'origin' }

const image = { parameter: 'image', vary: 'image', control: ({ here }: CommandWorld) => imageOf(here) }

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...boxCases(NAMES),
    'image-context': { ...image, fault: ({ elsewhere }) => imageOf(elsewhere) },
    'image-live': { ...image, fault: ({ here }) => released(imageOf(here)) },
    'map_flags-invalid': {
      parameter: 'map_flags',
      vary: 'mapFlags',
      fault: () => ['READ', 'WRITE_INVALIDATE_REGION'],
      control: () => ['READ', 'WRITE'],
    },
    'host-read-access': {
      ...image,
      fault: ({ here }) => imageOf(here, '2D', { flags: ['HOST_WRITE_ONLY'] }),
      control: ({ here }) => imageOf(here, '2D', { flags: ['HOST_READ_ONLY'] }),
    },
    'host-write-access': {
      ...image,
      given: () => ({ mapFlags: ['WRITE'] }),
      fault: ({ here }) => imageOf(here, '2D', { flags: ['HOST_READ_ONLY'] }),
      control: ({ here }) => imageOf(here, '2D', { flags: ['HOST_WRITE_ONLY'] }),
    },
    'mapped-already': {
      parameter: 'image',
      given: ({ here }) => {
        const mapped = imageOf(here)
        mapOfImage(mapped, ['WRITE'], [4, 4, 0], [4, 4, 1])
        return { image: mapped }
      },
      vary: 'origin',
      fault: () => [1, 1],
      control: () => [0, 4],
    },
  },
})

describe('the facts of MapImage', () => specifyFacts(spec))
describe('the flags of MapImage', () => specifyMapFlags(spec, 'mapFlags', 'map_flags'))
describe('the box of MapImage', () => specifyBoxes(spec, NAMES, () => ({})))
describe('the numbers of MapImage', () =>
  specifyNumbers(
    { ...spec, base: (world) => ({ ...base(world), image: imageOf(world.here, '3D') }) },
    boxNumbers(NAMES),
  ))

describe('MapImage', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    ['a buffer', 'CL_INVALID_MEM_OBJECT', { ...image, fault: ({ here }) => bufferOf(here) }],
    [
      'a map for writing anew of an image without access of the host',
      'CL_INVALID_OPERATION',
      {
        ...image,
        given: () => ({ mapFlags: ['WRITE_INVALIDATE_REGION'] }),
        fault: ({ here }) => imageOf(here, '2D', { flags: ['HOST_NO_ACCESS'] }),
      },
    ],
  ])

  specifyLegal(spec, [
    [
      'a map without flags of an image without access of the host',
      ({ here }) => ({ mapFlags: [], image: imageOf(here, '2D', { flags: ['HOST_NO_ACCESS'] }) }),
    ],
  ])

  it.each(SHARING)('a map with %j and one with %j may share pixels: %s', (had, asked, mayShare) => {
    const world = commandWorld()
    const mapped = imageOf(world.here, '3D')
    mapOfImage(mapped, had, [0, 0, 0], [4, 4, 2])
    const ask = { ...base(world), image: mapped, mapFlags: asked }
    const answer = check({ ...ask, origin: [3, 3, 1], region: [4, 4, 2] })
    if (mayShare) expectRight(answer)
    else expectRefusal(answer, 'MapImage', 'CL_INVALID_OPERATION', 'image')
    expectRight(check({ ...ask, origin: [3, 3, 2], region: [4, 4, 2] }))
    expectRight(check({ ...ask, origin: [4, 3, 1], region: [4, 4, 2] }))
  })

  it('conflicts with a map of the buffer behind it, until that is unmapped', () => {
    const world = commandWorld()
    const buffer = bufferOf(world.here)
    const pixels = imageOf(world.here, '1D_BUFFER', { buffer })
    const mapping = mapOfBuffer(buffer, ['WRITE'], 12, 4)
    const ask = { ...base(world), image: pixels }
    expectRefusal(check({ ...ask, origin: [3], region: [1] }), 'MapImage', 'CL_INVALID_OPERATION', 'image')
    expectRight(check({ ...ask, origin: [4], region: [1] }))
    unmapped(mapping)
    expectRight(check({ ...ask, origin: [3], region: [1] }))
  })

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: undefined,
      waitList: [eventOf(elsewhere), 'event'],
      image: released(imageOf(here)),
      mapFlags: ['READ', 'WRITE_INVALIDATE_REGION'],
      origin: [0, 0, 1],
      region: [9, 0],
    }),
    ({ here, elsewhere, queue }) => {
      const imageless = queueOf(here, device({ imageSupport: false }))
      const small = queueOf(here, device({ image2dMaxWidth: 15, imageFormats: { ...device().imageFormats, '2D': [] } }))
      const formatless = queueOf(here, device({ imageFormats: { ...device().imageFormats, '2D': [] } }))
      const mapped = imageOf(here)
      mapOfImage(mapped, ['WRITE'], [8, 0, 0], [1, 1, 1])
      return [
        ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue: imageless }],
        ['CL_INVALID_MEM_OBJECT', 'image', { image: imageOf(elsewhere) }],
        ['CL_INVALID_CONTEXT', 'image', { image: imageOf(here, '2D', { flags: ['HOST_NO_ACCESS'] }) }],
        ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
        ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
        ['CL_INVALID_OPERATION', 'command_queue', { queue: small }],
        ['CL_INVALID_OPERATION', 'image', { image: mapped }],
        ['CL_INVALID_VALUE', 'map_flags', { mapFlags: ['READ'] }],
        ['CL_INVALID_VALUE', 'origin', { origin: [16] }],
        ['CL_INVALID_VALUE', 'region', { region: [9, 1] }],
        ['CL_INVALID_VALUE', 'origin', { origin: [8] }],
        ['CL_INVALID_VALUE', 'region', { region: [8, 1] }],
        ['CL_INVALID_IMAGE_SIZE', 'image', { queue: formatless }],
        ['CL_IMAGE_FORMAT_NOT_SUPPORTED', 'image', { queue }],
        ['CL_INVALID_OPERATION', 'image', { origin: [0], region: [8, 1] }],
      ]
    },
  )

  it('fills in the box, from origin to the far corner, and makes a mapping that is not outstanding yet', () => {
    const world = commandWorld()
    const mapped = imageOf(world.here, '3D')
    const valid = rightOf(check({ ...base(world), image: mapped, origin: [3, 2, 1], region: undefined }))
    expect(valid).toMatchObject({ _tag: 'MapImage', mapFlags: ['READ'], origin: [3, 2, 1], region: [13, 6, 3] })
    const { mapping } = valid
    if (!(mapping instanceof MappedObject)) throw new TypeError('no mapping')
    expect(Object.is(mapping.resource, mapped)).toBe(true)
    expect([mapping.isOutstanding, mapping.isMapped]).toEqual([false, false])
  })
})
