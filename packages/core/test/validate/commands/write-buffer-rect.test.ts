import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { WRITE_BUFFER_RECT } from '../../../src/validate/conditions/commands/write-buffer-rect.ts'
import { validateWriteBufferRect } from '../../../src/validate/commands/write-buffer-rect.ts'
import { specifyTotal } from '../anything.ts'
import { bufferCases } from '../buffer-cases.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { PTR_CASES, specifyHostMemory } from '../host-memory-cases.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { bufferOf, detached, device, eventOf, imageOf, partOf, queueOf, released } from '../objects.ts'
import {
  rectNumbers,
  rectPitchCases,
  REGION_NUMBERS,
  specifyRectSide,
  tripleCases,
  tripleFaults,
  type RectSide,
} from '../rect-cases.ts'
import { expectSameMemory, rightOf, specifyConditions, specifyFaults, type Input } from '../specification.ts'
import { versionCase } from '../version-case.ts'

const check = checkWith('WriteBufferRect', validateWriteBufferRect)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  buffer: bufferOf(here),
  bufferOrigin: [0],
  hostOrigin: [0],
  region: [16, 4],
  bufferRowPitch: 0,
  bufferSlicePitch: 0,
  hostRowPitch: 0,
  hostSlicePitch: 0,
  ptr: new Uint8Array(64),
})
const spec = { table: WRITE_BUFFER_RECT, world: commandWorld, base, check }
const BUFFER: RectSide<'buffer'> = {
  name: 'buffer',
  room: ({ here }, bytes) => ({ buffer: bufferOf(here, bytes) }),
  outside: 'region',
}
const HOST: RectSide<'host'> = {
  name: 'host',
  room: (_world, bytes) => ({ ptr: new Uint8Array(bytes) }),
  outside: 'ptr',
}

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...PTR_CASES,
    ...bufferCases('buffer', 'buffer'),
    ...tripleCases('buffer', 'host'),
    ...rectPitchCases(BUFFER),
    ...rectPitchCases(HOST),
    ...versionCase('1.0', '1.1'),
    'buffer-box-outside': { parameter: 'region', vary: 'bufferOrigin', fault: () => [961], control: () => [960] },
    'ptr-null': { parameter: 'ptr', vary: 'ptr', fault: () => undefined, control: () => new Uint8Array(64) },
    'host-access': {
      parameter: 'buffer',
      vary: 'buffer',
      fault: ({ here }) => bufferOf(here, 1024, ['HOST_READ_ONLY']),
      control: ({ here }) => bufferOf(here, 1024, ['HOST_WRITE_ONLY']),
    },
    'not-a-size': { parameter: 'buffer_origin', vary: 'bufferOrigin', fault: () => [-1], control: () => [1] },
  },
})

describe('the facts of WriteBufferRect', () => specifyFacts(spec))
describe('the host memory of WriteBufferRect', () => specifyHostMemory(spec))
describe('the buffer of WriteBufferRect', () => specifyRectSide(spec, BUFFER))
describe('the host side of WriteBufferRect', () => specifyRectSide(spec, HOST))
describe('the numbers of WriteBufferRect', () =>
  specifyNumbers({ ...spec, base: (world) => ({ ...base(world), region: [4, 2] }) }, [
    ...rectNumbers('buffer'),
    ...rectNumbers('host'),
    ...REGION_NUMBERS,
  ]))

describe('WriteBufferRect', () => {
  specifyTotal(spec)

  const buffer = { parameter: 'buffer', vary: 'buffer', control: ({ here }: CommandWorld) => bufferOf(here) }
  specifyFaults(spec, [
    ['an image', 'CL_INVALID_MEM_OBJECT', { ...buffer, fault: ({ here }) => imageOf(here) }],
    [
      'a buffer without access of the host',
      'CL_INVALID_OPERATION',
      { ...buffer, fault: ({ here }) => bufferOf(here, 1024, ['HOST_NO_ACCESS']) },
    ],
    [
      'an origin past the end',
      'CL_INVALID_VALUE',
      {
        parameter: 'buffer_origin',
        given: () => ({ region: [1] }),
        vary: 'bufferOrigin',
        fault: () => [1024],
        control: () => [1023],
      },
    ],
    ...tripleFaults('buffer_origin', 'bufferOrigin', [1, 1, 1]),
    ...tripleFaults('host_origin', 'hostOrigin', [0, 0, 0]),
    ...tripleFaults('region', 'region', [1, 1, 1]),
  ])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: undefined,
      waitList: [eventOf(elsewhere), 0],
      buffer: released(bufferOf(here)),
      bufferOrigin: [],
      hostOrigin: 'here',
      region: [0],
      bufferRowPitch: 3,
      bufferSlicePitch: 15,
      hostRowPitch: 3,
      hostSlicePitch: 15,
      ptr: detached(),
    }),
    ({ here, elsewhere }) => [
      ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue: queueOf(here, device({ version: '1.0' })) }],
      ['CL_INVALID_MEM_OBJECT', 'buffer', { buffer: bufferOf(elsewhere) }],
      ['CL_INVALID_CONTEXT', 'buffer', { buffer: bufferOf(here, 64, ['HOST_NO_ACCESS']) }],
      ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
      ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
      ['CL_INVALID_OPERATION', 'command_queue', { queue: queueOf(here) }],
      ['CL_INVALID_OPERATION', 'buffer', { buffer: partOf(bufferOf(here), 64, 64) }],
      ['CL_INVALID_VALUE', 'buffer_origin', { bufferOrigin: [64] }],
      ['CL_INVALID_VALUE', 'host_origin', { hostOrigin: [0] }],
      ['CL_INVALID_VALUE', 'region', { region: [4, 4] }],
      ['CL_INVALID_VALUE', 'buffer_row_pitch', { bufferRowPitch: 5 }],
      ['CL_INVALID_VALUE', 'buffer_slice_pitch', { bufferSlicePitch: 21 }],
      ['CL_INVALID_VALUE', 'buffer_slice_pitch', { bufferSlicePitch: 0 }],
      ['CL_INVALID_VALUE', 'host_row_pitch', { hostRowPitch: 5 }],
      ['CL_INVALID_VALUE', 'host_slice_pitch', { hostSlicePitch: 0 }],
      ['CL_INVALID_VALUE', 'ptr', { ptr: new Uint8Array(18) }],
      ['CL_INVALID_VALUE', 'buffer_origin', { bufferOrigin: [46] }],
      ['CL_INVALID_VALUE', 'region', { bufferOrigin: [45] }],
      ['CL_INVALID_VALUE', 'ptr', { ptr: new Uint8Array(19) }],
      ['CL_MISALIGNED_SUB_BUFFER_OFFSET', 'buffer', { buffer: bufferOf(here) }],
    ],
  )

  it('fills in the triples and the pitches', () => {
    const ptr = new Uint8Array(64)
    const input = {
      ...base(commandWorld()),
      bufferOrigin: [5, 1],
      hostOrigin: [2],
      region: [3, 2],
      hostRowPitch: 8,
      ptr,
    }
    const { buffer: given } = input as Input
    expect(check(input)).toEqual(
      right({
        _tag: 'WriteBufferRect',
        buffer: given,
        bufferOrigin: [5, 1, 0],
        hostOrigin: [2, 0, 0],
        region: [3, 2, 1],
        bufferRowPitch: 3,
        bufferSlicePitch: 6,
        hostRowPitch: 8,
        hostSlicePitch: 16,
        ptr,
      }),
    )
  })

  it('writes from the memory given, not from a copy', () => {
    const ptr = new Float32Array(16)
    expectSameMemory(rightOf(check({ ...base(commandWorld()), ptr }))['ptr'], ptr)
  })
})
