import { describe, expect, it } from 'vitest'
import { MappedObject } from '../../../src/model/mapped.ts'
import { validateMapBuffer } from '../../../src/validate/commands/map-buffer.ts'
import { MAP_BUFFER } from '../../../src/validate/conditions/commands/map-buffer.ts'
import { specifyTotal } from '../anything.ts'
import { bufferCases } from '../buffer-cases.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { SHARING, specifyMapFlags } from '../map-flag-cases.ts'
import { mapOfBuffer, mapOfImage, unmapped } from '../mapping-world.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { bufferOf, eventOf, imageOf, partOf, queueOf, released } from '../objects.ts'
import {
  expectRefusal,
  expectRight,
  rightOf,
  specifyConditions,
  specifyFaults,
  specifyLegal,
  type Input,
} from '../specification.ts'

const check = checkWith('MapBuffer', validateMapBuffer)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  buffer: bufferOf(here),
  mapFlags: ['READ'],
  offset: 0,
  size: 64,
})
const spec = { table: MAP_BUFFER, world: commandWorld, base, check }

const access = { parameter: 'buffer', vary: 'buffer' }

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...bufferCases('buffer', 'buffer'),
    range: { parameter: 'size', vary: 'offset', fault: () => 961, control: () => 960 },
    'size-zero': { parameter: 'size', vary: 'size', fault: () => 0, control: () => 1 },
    'map_flags-invalid': {
      parameter: 'map_flags',
      vary: 'mapFlags',
      fault: () => ['READ', 'WRITE_INVALIDATE_REGION'],
      control: () => ['READ', 'WRITE'],
    },
    'host-read-access': {
      ...access,
      fault: ({ here }) => bufferOf(here, 1024, ['HOST_WRITE_ONLY']),
      control: ({ here }) => bufferOf(here, 1024, ['HOST_READ_ONLY']),
    },
    'host-write-access': {
      ...access,
      given: () => ({ mapFlags: ['WRITE'] }),
      fault: ({ here }) => bufferOf(here, 1024, ['HOST_READ_ONLY']),
      control: ({ here }) => bufferOf(here, 1024, ['HOST_WRITE_ONLY']),
    },
    'mapped-already': {
      parameter: 'buffer',
      given: ({ here }) => {
        const buffer = bufferOf(here)
        mapOfBuffer(buffer, ['WRITE'], 128, 64)
        return { buffer }
      },
      vary: 'offset',
      fault: () => 65,
      control: () => 64,
    },
    'not-a-size': { parameter: 'offset', vary: 'offset', fault: () => -1, control: () => 1 },
  },
})

describe('the facts of MapBuffer', () => specifyFacts(spec))
describe('the flags of MapBuffer', () => specifyMapFlags(spec, 'mapFlags', 'map_flags'))
describe('the numbers of MapBuffer', () =>
  specifyNumbers(spec, [
    { key: 'offset', parameter: 'offset', control: 8 },
    { key: 'size', parameter: 'size', optional: true, control: 8 },
  ]))

describe('MapBuffer', () => {
  specifyTotal(spec)

  const other = { ...access, control: ({ here }: CommandWorld) => bufferOf(here) }
  specifyFaults(spec, [
    ['an image', 'CL_INVALID_MEM_OBJECT', { ...other, fault: ({ here }) => imageOf(here) }],
    [
      'a map for reading of a buffer without access of the host',
      'CL_INVALID_OPERATION',
      { ...other, fault: ({ here }) => bufferOf(here, 1024, ['HOST_NO_ACCESS']) },
    ],
    [
      'a map for writing anew of a buffer without access of the host',
      'CL_INVALID_OPERATION',
      {
        ...other,
        given: () => ({ mapFlags: ['WRITE_INVALIDATE_REGION'] }),
        fault: ({ here }) => bufferOf(here, 1024, ['HOST_NO_ACCESS']),
      },
    ],
    [
      'an offset with nothing left',
      'CL_INVALID_VALUE',
      {
        parameter: 'offset',
        given: () => ({ size: undefined }),
        vary: 'offset',
        fault: () => 1024,
        control: () => 1023,
      },
    ],
    [
      'an offset past the end',
      'CL_INVALID_VALUE',
      { parameter: 'offset', given: () => ({ size: 1 }), vary: 'offset', fault: () => 1025, control: () => 1023 },
    ],
  ])

  specifyLegal(spec, [
    [
      'a map without flags of a buffer without access of the host',
      ({ here }) => ({ mapFlags: [], buffer: bufferOf(here, 1024, ['HOST_NO_ACCESS']) }),
    ],
    ['the whole buffer', () => ({ offset: 0, size: 1024 })],
  ])

  it.each(SHARING)('a map with %j and one with %j may share bytes: %s', (had, asked, mayShare) => {
    const world = commandWorld()
    const buffer = bufferOf(world.here)
    mapOfBuffer(buffer, had, 0, 64)
    const answer = check({ ...base(world), buffer, mapFlags: asked, offset: 63 })
    if (mayShare) expectRight(answer)
    else expectRefusal(answer, 'MapBuffer', 'CL_INVALID_OPERATION', 'buffer')
    expectRight(check({ ...base(world), buffer, mapFlags: asked, offset: 64 }))
  })

  it('conflicts with a map of a part, of a parent, of a sibling and of an image over the same bytes', () => {
    const world = commandWorld()
    const parent = bufferOf(world.here)
    const [low, high] = [partOf(parent, 0, 256), partOf(parent, 128, 256)]
    const pixels = imageOf(world.here, '1D_BUFFER', { buffer: parent })
    const row = (buffer: typeof parent, offset: number, size: number) => check({ ...base(world), buffer, offset, size })
    const refused = ['MapBuffer', 'CL_INVALID_OPERATION', 'buffer'] as const

    const ofLow = mapOfBuffer(low, ['WRITE'], 192, 64)
    expectRefusal(row(parent, 128, 65), ...refused)
    expectRight(row(parent, 128, 64))
    expectRefusal(row(high, 127, 1), ...refused)
    expectRight(row(high, 128, 1))
    unmapped(ofLow)

    const ofParent = mapOfBuffer(parent, ['WRITE'], 128, 1)
    expectRefusal(row(high, 0, 1), ...refused)
    expectRight(row(high, 1, 1))
    unmapped(ofParent)

    mapOfImage(pixels, ['WRITE'], [0, 0, 0], [16, 1, 1])
    expectRefusal(row(low, 63, 1), ...refused)
    expectRight(row(low, 64, 1))
  })

  it('may share bytes with a map whose unmap is enqueued', () => {
    const world = commandWorld()
    const buffer = bufferOf(world.here)
    const mapping = mapOfBuffer(buffer)
    expectRefusal(check({ ...base(world), buffer }), 'MapBuffer', 'CL_INVALID_OPERATION', 'buffer')
    unmapped(mapping)
    expectRight(check({ ...base(world), buffer }))
  })

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: released(queueOf(here)),
      waitList: [eventOf(elsewhere), null],
      buffer: released(bufferOf(here)),
      mapFlags: ['READ', 'WRITE_INVALIDATE_REGION'],
      offset: -1,
      size: 0,
    }),
    ({ here, elsewhere, queue }) => {
      const parent = bufferOf(here)
      mapOfBuffer(parent, ['WRITE'], 128, 64)
      return [
        ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue }],
        ['CL_INVALID_MEM_OBJECT', 'buffer', { buffer: bufferOf(elsewhere) }],
        ['CL_INVALID_CONTEXT', 'buffer', { buffer: bufferOf(here, 1024, ['HOST_NO_ACCESS']) }],
        ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
        ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
        ['CL_INVALID_OPERATION', 'buffer', { buffer: partOf(parent, 64, 256) }],
        ['CL_INVALID_VALUE', 'map_flags', { mapFlags: ['READ'] }],
        ['CL_INVALID_VALUE', 'offset', { offset: 300 }],
        ['CL_INVALID_VALUE', 'size', { size: 64 }],
        ['CL_INVALID_VALUE', 'offset', { offset: 0 }],
        ['CL_MISALIGNED_SUB_BUFFER_OFFSET', 'buffer', { buffer: partOf(parent, 128, 256) }],
        ['CL_INVALID_OPERATION', 'buffer', { offset: 64 }],
      ]
    },
  )

  it('fills in the size, puts the flags in order, and makes a mapping that is not outstanding yet', () => {
    const world = commandWorld()
    const buffer = partOf(bufferOf(world.here), 128, 256)
    const mapFlags = ['WRITE', 'READ', 'WRITE']
    const valid = rightOf(check({ ...base(world), buffer, mapFlags, offset: 24, size: undefined }))
    expect(valid).toMatchObject({ _tag: 'MapBuffer', mapFlags: ['READ', 'WRITE'], offset: 24, size: 232 })
    expect(Object.is(valid['buffer'], buffer)).toBe(true)
    const { mapping } = valid
    if (!(mapping instanceof MappedObject)) throw new TypeError('no mapping')
    expect(Object.is(mapping.resource, buffer)).toBe(true)
    expect(mapping.flags).toEqual(['READ', 'WRITE'])
    expect(mapping.box).toMatchObject({ start: 152, rowBytes: 232, rows: 1, slices: 1 })
    expect([mapping.isOutstanding, mapping.isMapped]).toEqual([false, false])
  })
})
