import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { COPY_BUFFER_RECT } from '../../../src/validate/conditions/commands/copy-buffer-rect.ts'
import { validateCopyBufferRect } from '../../../src/validate/commands/copy-buffer-rect.ts'
import { specifyTotal } from '../anything.ts'
import { bufferCases } from '../buffer-cases.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { bufferOf, device, eventOf, imageOf, partOf, queueOf, released } from '../objects.ts'
import {
  rectNumbers,
  rectPitchCases,
  REGION_NUMBERS,
  specifyRectSide,
  tripleCases,
  tripleFaults,
  type RectSide,
} from '../rect-cases.ts'
import { specifyConditions, specifyFaults, specifyLegal, type Input } from '../specification.ts'
import { versionCase } from '../version-case.ts'

const check = checkWith('CopyBufferRect', validateCopyBufferRect)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  srcBuffer: bufferOf(here),
  dstBuffer: bufferOf(here),
  srcOrigin: [0],
  dstOrigin: [0],
  region: [16, 4],
  srcRowPitch: 0,
  srcSlicePitch: 0,
  dstRowPitch: 0,
  dstSlicePitch: 0,
})
const spec = { table: COPY_BUFFER_RECT, world: commandWorld, base, check }
const SRC: RectSide<'src'> = {
  name: 'src',
  room: ({ here }, bytes) => ({ srcBuffer: bufferOf(here, bytes) }),
  outside: 'region',
}
const DST: RectSide<'dst'> = {
  name: 'dst',
  room: ({ here }, bytes) => ({ dstBuffer: bufferOf(here, bytes) }),
  outside: 'region',
}

/** Boxes of 4 x 4 bytes in rows of 16. */
const inOneBuffer = ({ here }: CommandWorld) => {
  const buffer = bufferOf(here)
  return { srcBuffer: buffer, dstBuffer: buffer, region: [4, 4], srcRowPitch: 16, dstRowPitch: 16 }
}

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...bufferCases('src_buffer', 'srcBuffer'),
    ...bufferCases('dst_buffer', 'dstBuffer'),
    ...tripleCases('src', 'dst'),
    ...rectPitchCases(SRC),
    ...rectPitchCases(DST),
    ...versionCase('1.0', '1.1'),
    'src-box-outside': { parameter: 'region', vary: 'srcOrigin', fault: () => [961], control: () => [960] },
    'dst-box-outside': { parameter: 'region', vary: 'dstOrigin', fault: () => [961], control: () => [960] },
    'same-buffer-row-pitch': {
      parameter: 'dst_row_pitch',
      given: (world) => ({ ...inOneBuffer(world), dstOrigin: [4], srcSlicePitch: 240, dstSlicePitch: 240 }),
      vary: 'dstRowPitch',
      fault: () => 24,
      control: () => 16,
    },
    'same-buffer-slice-pitch': {
      parameter: 'dst_slice_pitch',
      given: (world) => ({ ...inOneBuffer(world), dstOrigin: [4], srcSlicePitch: 240 }),
      vary: 'dstSlicePitch',
      fault: () => 256,
      control: () => 240,
    },
    'overlap-same-buffer': {
      parameter: 'dst_buffer',
      given: inOneBuffer,
      vary: 'dstOrigin',
      fault: () => [3, 3],
      control: () => [4, 3],
    },
    'overlap-sub-buffers': {
      parameter: 'dst_buffer',
      given: (world) => {
        const parent = bufferOf(world.here)
        return { ...inOneBuffer(world), srcBuffer: partOf(parent, 0, 512), dstBuffer: partOf(parent, 128, 512) }
      },
      vary: 'srcOrigin',
      fault: () => [3, 8],
      control: () => [4, 8],
    },
    'overlap-parent': {
      parameter: 'dst_buffer',
      given: (world) => {
        const parent = bufferOf(world.here)
        return { ...inOneBuffer(world), srcBuffer: parent, dstBuffer: partOf(parent, 128, 512) }
      },
      vary: 'srcOrigin',
      fault: () => [3, 8],
      control: () => [4, 8],
    },
    'not-a-size': { parameter: 'src_origin', vary: 'srcOrigin', fault: () => [0.5], control: () => [1] },
  },
})

describe('the facts of CopyBufferRect', () => specifyFacts(spec))
describe('the source of CopyBufferRect', () => specifyRectSide(spec, SRC))
describe('the destination of CopyBufferRect', () => specifyRectSide(spec, DST))
describe('the numbers of CopyBufferRect', () =>
  specifyNumbers({ ...spec, base: (world) => ({ ...base(world), region: [4, 2] }) }, [
    ...rectNumbers('src'),
    ...rectNumbers('dst'),
    ...REGION_NUMBERS,
  ]))

describe('CopyBufferRect', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    [
      'an image as src_buffer',
      'CL_INVALID_MEM_OBJECT',
      {
        parameter: 'src_buffer',
        vary: 'srcBuffer',
        fault: ({ here }) => imageOf(here),
        control: ({ here }) => bufferOf(here),
      },
    ],
    [
      'an origin past the end of the destination',
      'CL_INVALID_VALUE',
      {
        parameter: 'dst_origin',
        given: () => ({ region: [1] }),
        vary: 'dstOrigin',
        fault: () => [1024],
        control: () => [1023],
      },
    ],
    [
      'within one buffer a row pitch beside a default that is less',
      'CL_INVALID_VALUE',
      {
        parameter: 'dst_row_pitch',
        given: (world) => ({ ...inOneBuffer(world), dstOrigin: [512], srcRowPitch: 0 }),
        vary: 'dstRowPitch',
        fault: () => 16,
        control: () => 4,
      },
    ],
    ...tripleFaults('src_origin', 'srcOrigin', [1, 1, 1]),
    ...tripleFaults('dst_origin', 'dstOrigin', [1, 1, 1]),
    ...tripleFaults('region', 'region', [1, 1, 1]),
  ])

  specifyLegal(spec, [
    [
      'a copy between buffers that the host has no access to',
      ({ here }) => ({
        srcBuffer: bufferOf(here, 64, ['HOST_NO_ACCESS']),
        dstBuffer: bufferOf(here, 64, ['HOST_NO_ACCESS']),
      }),
    ],
    ['a box beside itself', (world) => ({ ...inOneBuffer(world), dstOrigin: [4] })],
    ['different pitches in different buffers', () => ({ srcRowPitch: 16, dstRowPitch: 24, dstSlicePitch: 240 })],
  ])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: undefined,
      waitList: [eventOf(elsewhere), undefined],
      srcBuffer: released(bufferOf(here)),
      dstBuffer: undefined,
      srcOrigin: undefined,
      dstOrigin: [0, -1],
      region: undefined,
      srcRowPitch: 3,
      srcSlicePitch: 17,
      dstRowPitch: 3,
      dstSlicePitch: 17,
    }),
    ({ here, elsewhere }) => {
      const parent = bufferOf(here)
      const part = partOf(parent, 64, 512)
      return [
        ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue: queueOf(here, device({ version: '1.0' })) }],
        ['CL_INVALID_MEM_OBJECT', 'src_buffer', { srcBuffer: bufferOf(elsewhere) }],
        ['CL_INVALID_MEM_OBJECT', 'dst_buffer', { dstBuffer: bufferOf(elsewhere) }],
        ['CL_INVALID_CONTEXT', 'src_buffer', { srcBuffer: part }],
        ['CL_INVALID_CONTEXT', 'dst_buffer', { dstBuffer: part }],
        ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
        ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [eventOf(here)] }],
        ['CL_INVALID_OPERATION', 'command_queue', { queue: queueOf(here) }],
        ['CL_INVALID_VALUE', 'src_origin', { srcOrigin: [512] }],
        ['CL_INVALID_VALUE', 'dst_origin', { dstOrigin: [511] }],
        ['CL_INVALID_VALUE', 'region', { region: [4, 4] }],
        ['CL_INVALID_VALUE', 'src_row_pitch', { srcRowPitch: 4 }],
        ['CL_INVALID_VALUE', 'src_slice_pitch', { srcSlicePitch: 20 }],
        ['CL_INVALID_VALUE', 'dst_row_pitch', { dstRowPitch: 8 }],
        ['CL_INVALID_VALUE', 'dst_slice_pitch', { dstSlicePitch: 40 }],
        ['CL_INVALID_VALUE', 'dst_row_pitch', { dstRowPitch: 4 }],
        ['CL_INVALID_VALUE', 'dst_slice_pitch', { dstSlicePitch: 20 }],
        ['CL_INVALID_VALUE', 'src_origin', { srcOrigin: [511] }],
        ['CL_INVALID_VALUE', 'region', { srcOrigin: [0] }],
        ['CL_INVALID_VALUE', 'region', { dstOrigin: [0] }],
        ['CL_MISALIGNED_SUB_BUFFER_OFFSET', 'src_buffer', { srcBuffer: parent }],
        ['CL_MISALIGNED_SUB_BUFFER_OFFSET', 'dst_buffer', { dstBuffer: parent }],
        ['CL_MEM_COPY_OVERLAP', 'dst_buffer', { dstOrigin: [16] }],
      ]
    },
  )

  it('fills in the triples and the pitches', () => {
    const input = { ...base(commandWorld()), srcOrigin: [5, 1], dstOrigin: [2], region: [3, 2], dstRowPitch: 8 }
    const { srcBuffer, dstBuffer } = input as Input
    expect(check(input)).toEqual(
      right({
        _tag: 'CopyBufferRect',
        srcBuffer,
        dstBuffer,
        srcOrigin: [5, 1, 0],
        dstOrigin: [2, 0, 0],
        region: [3, 2, 1],
        srcRowPitch: 3,
        srcSlicePitch: 6,
        dstRowPitch: 8,
        dstSlicePitch: 16,
      }),
    )
  })

  it('says which boxes overlap', () => {
    const world = commandWorld()
    expect(check({ ...base(world), ...inOneBuffer(world), dstOrigin: [3, 3] })).toMatchObject({
      left: {
        message:
          'The box of 4 x 4 x 1 from [0, 0, 0] of src_buffer and the one from [3, 3, 0] of dst_buffer overlap ' +
          'in one buffer; they must have no byte in common.',
      },
    })
  })
})
