import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { WRITE_BUFFER } from '../../../src/validate/conditions/commands/write-buffer.ts'
import { validateWriteBuffer } from '../../../src/validate/commands/write-buffer.ts'
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

const check = checkWith('WriteBuffer', validateWriteBuffer)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  buffer: bufferOf(here),
  offset: 0,
  size: 64,
  ptr: new Uint8Array(64),
})
const spec = { table: WRITE_BUFFER, world: commandWorld, base, check }

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
    'ptr-null': { parameter: 'ptr', vary: 'ptr', fault: () => undefined, control: () => new Uint8Array(64) },
    'buffer-misaligned': {
      parameter: 'buffer',
      vary: 'buffer',
      fault: ({ here }) => partOf(bufferOf(here), 64, 256),
      control: ({ here }) => partOf(bufferOf(here), 128, 256),
    },
    'host-access': {
      parameter: 'buffer',
      vary: 'buffer',
      fault: ({ here }) => bufferOf(here, 1024, ['HOST_READ_ONLY']),
      control: ({ here }) => bufferOf(here, 1024, ['HOST_WRITE_ONLY']),
    },
    'not-a-size': { parameter: 'offset', vary: 'offset', fault: () => -1, control: () => 1 },
  },
})

describe('the facts of WriteBuffer', () => specifyFacts(spec))
describe('the host memory of WriteBuffer', () => specifyHostMemory(spec))
describe('the numbers of WriteBuffer', () =>
  specifyNumbers(spec, [
    { key: 'offset', parameter: 'offset', control: 8 },
    { key: 'size', parameter: 'size', optional: true, control: 8 },
  ]))

describe('WriteBuffer', () => {
  specifyTotal(spec)

  const buffer = { parameter: 'buffer', vary: 'buffer', control: ({ here }: CommandWorld) => bufferOf(here) }
  specifyFaults(spec, [
    ['an image', 'CL_INVALID_MEM_OBJECT', { ...buffer, fault: ({ here }) => imageOf(here) }],
    [
      'a buffer without access of the host',
      'CL_INVALID_OPERATION',
      { ...buffer, fault: ({ here }) => bufferOf(here, 1024, ['HOST_NO_ACCESS']) },
    ],
    ['a null ptr', 'CL_INVALID_VALUE', { ...PTR_CASES['ptr-kind'], fault: () => null }],
    [
      'a size that reaches past the end from the very end',
      'CL_INVALID_VALUE',
      { parameter: 'size', given: () => ({ offset: 1024 }), vary: 'size', fault: () => 1, control: () => 0 },
    ],
    [
      'offset past the end',
      'CL_INVALID_VALUE',
      { parameter: 'offset', given: () => ({ size: 0 }), vary: 'offset', fault: () => 1025, control: () => 1024 },
    ],
    [
      'more data than the buffer holds',
      'CL_INVALID_VALUE',
      {
        parameter: 'size',
        given: () => ({ size: undefined }),
        vary: 'ptr',
        fault: () => new Uint8Array(1025),
        control: () => new Uint8Array(1024),
      },
    ],
  ])

  specifyLegal(spec, [
    ['size 0', () => ({ size: 0 })],
    ['an empty ptr for size 0', () => ({ size: 0, ptr: new Uint8Array(0) })],
    ['more host memory than size', () => ({ ptr: new Uint8Array(65) })],
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
      ['CL_INVALID_CONTEXT', 'buffer', { buffer: partOf(bufferOf(here, 1024, ['HOST_NO_ACCESS']), 8, 64) }],
      ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
      ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
      ['CL_INVALID_OPERATION', 'buffer', { buffer: partOf(bufferOf(here), 8, 64) }],
      ['CL_INVALID_VALUE', 'offset', { offset: 64 }],
      ['CL_INVALID_VALUE', 'ptr', { ptr: new Uint8Array(0) }],
      ['CL_INVALID_VALUE', 'size', { offset: 0 }],
      ['CL_INVALID_VALUE', 'ptr', { ptr: new Uint8Array(1) }],
      ['CL_MISALIGNED_SUB_BUFFER_OFFSET', 'buffer', { buffer: bufferOf(here) }],
    ],
  )

  it('fills in the size: all bytes of ptr, whatever its element type', () => {
    const world = commandWorld()
    const ptr = new Uint16Array(new ArrayBuffer(64), 8, 12)
    const input = { ...base(world), size: undefined, ptr }
    const { buffer: given } = input as Input
    const bytes = new Uint8Array(ptr.buffer, 8, 24)
    const answer = check(input)
    expect(answer).toEqual(right({ _tag: 'WriteBuffer', buffer: given, offset: 0, size: 24, ptr: bytes }))
    expectSameMemory(rightOf(answer)['ptr'], ptr)
  })
})
