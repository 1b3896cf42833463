import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { READ_BUFFER } from '../../../src/validate/conditions/commands/read-buffer.ts'
import { validateReadBuffer } from '../../../src/validate/commands/read-buffer.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { PTR_CASES, specifyHostMemory } from '../host-memory-cases.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { bufferOf, detached, eventOf, imageOf, partOf, released } from '../objects.ts'
import {
  expectSameMemory,
  rightOf,
  specifyConditions,
  specifyFaults,
  specifyLegal,
  type Input,
} from '../specification.ts'

const check = checkWith('ReadBuffer', validateReadBuffer)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  buffer: bufferOf(here),
  offset: 0,
  size: 64,
  ptr: new Uint8Array(64),
})
const spec = { table: READ_BUFFER, world: commandWorld, base, check }
const TOO_MUCH = 2 ** 52

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...PTR_CASES,
    'buffer-context': {
      parameter: 'buffer',
      vary: 'buffer',
      fault: ({ elsewhere }) => bufferOf(elsewhere),
      control: ({ here }) => bufferOf(here),
    },
    'buffer-live': {
      parameter: 'buffer',
      vary: 'buffer',
      fault: ({ here }) => released(bufferOf(here)),
      control: ({ here }) => bufferOf(here),
    },
    range: { parameter: 'size', vary: 'offset', fault: () => 961, control: () => 960 },
    'ptr-null': { parameter: 'ptr', vary: 'ptr', fault: () => null, control: () => undefined },
    'buffer-misaligned': {
      parameter: 'buffer',
      vary: 'buffer',
      fault: ({ here }) => partOf(bufferOf(here), 64, 256),
      control: ({ here }) => partOf(bufferOf(here), 128, 256),
    },
    'host-access': {
      parameter: 'buffer',
      vary: 'buffer',
      fault: ({ here }) => bufferOf(here, 1024, ['HOST_WRITE_ONLY']),
      control: ({ here }) => bufferOf(here, 1024, ['HOST_READ_ONLY']),
    },
    'not-a-size': { parameter: 'offset', vary: 'offset', fault: () => -1, control: () => 1 },
    'result-not-allocatable': {
      parameter: 'ptr',
      given: ({ here }) => ({ buffer: bufferOf(here, TOO_MUCH), ptr: undefined }),
      vary: 'size',
      fault: () => TOO_MUCH,
      control: () => 64,
    },
  },
})

describe('the facts of ReadBuffer', () => specifyFacts(spec))
describe('the host memory of ReadBuffer', () => specifyHostMemory(spec))
describe('the numbers of ReadBuffer', () =>
  specifyNumbers({ ...spec, base: (world) => ({ ...base(world), ptr: undefined }) }, [
    { key: 'offset', parameter: 'offset', control: 8 },
    { key: 'size', parameter: 'size', optional: true, control: 8 },
  ]))

describe('ReadBuffer', () => {
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
      'a size that reaches past the end from the very end',
      'CL_INVALID_VALUE',
      { parameter: 'size', given: () => ({ offset: 1024 }), vary: 'size', fault: () => 1, control: () => 0 },
    ],
    [
      'offset past the end',
      'CL_INVALID_VALUE',
      {
        parameter: 'offset',
        given: () => ({ size: undefined, ptr: undefined }),
        vary: 'offset',
        fault: () => 1025,
        control: () => 1024,
      },
    ],
  ])

  specifyLegal(spec, [
    ['size 0', () => ({ size: 0 })],
    ['an empty ptr for size 0', () => ({ size: 0, ptr: new Uint8Array(0) })],
  ])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: null,
      waitList: [eventOf(elsewhere), 0],
      buffer: released(bufferOf(here)),
      offset: -1,
      size: 1,
      ptr: detached(),
    }),
    ({ here, elsewhere, queue }) => [
      ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue }],
      ['CL_INVALID_MEM_OBJECT', 'buffer', { buffer: bufferOf(elsewhere) }],
      ['CL_INVALID_CONTEXT', 'buffer', { buffer: partOf(bufferOf(here, TOO_MUCH, ['HOST_NO_ACCESS']), 8, 64) }],
      ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
      ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
      ['CL_INVALID_OPERATION', 'buffer', { buffer: partOf(bufferOf(here, TOO_MUCH), 8, TOO_MUCH - 8) }],
      ['CL_INVALID_VALUE', 'offset', { offset: TOO_MUCH }],
      ['CL_INVALID_VALUE', 'ptr', { ptr: new Uint8Array(0) }],
      ['CL_INVALID_VALUE', 'offset', { offset: 0 }],
      ['CL_INVALID_VALUE', 'ptr', { ptr: undefined, size: undefined }],
      ['CL_MISALIGNED_SUB_BUFFER_OFFSET', 'buffer', { buffer: bufferOf(here, TOO_MUCH) }],
      ['CL_OUT_OF_HOST_MEMORY', 'ptr', { size: 1 }],
    ],
  )

  it('allocates the result: from offset to the end of the buffer', () => {
    const input = { ...base(commandWorld()), offset: 24, size: undefined, ptr: undefined }
    const { buffer: given } = input as Input
    expect(check(input)).toEqual(
      right({ _tag: 'ReadBuffer', buffer: given, offset: 24, size: 1000, ptr: new Uint8Array(1000) }),
    )
  })

  it('reads into the memory given, not into a copy', () => {
    const ptr = new Float32Array(16)
    expectSameMemory(rightOf(check({ ...base(commandWorld()), ptr }))['ptr'], ptr)
  })
})
