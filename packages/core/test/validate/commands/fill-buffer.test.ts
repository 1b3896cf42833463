import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { FILL_BUFFER } from '../../../src/validate/conditions/commands/fill-buffer.ts'
import { validateFillBuffer } from '../../../src/validate/commands/fill-buffer.ts'
import { specifyTotal } from '../anything.ts'
import { bufferCases } from '../buffer-cases.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { bufferOf, detached, device, eventOf, imageOf, partOf, queueOf, released } from '../objects.ts'
import { PATTERN_CASES, specifyPatterns } from '../pattern-cases.ts'
import { specifyConditions, specifyFaults, specifyLegal, type Input } from '../specification.ts'
import { versionCase } from '../version-case.ts'

const check = checkWith('FillBuffer', validateFillBuffer)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  buffer: bufferOf(here),
  pattern: new Uint8Array(4),
  offset: 0,
  size: 128,
})
const spec = { table: FILL_BUFFER, world: commandWorld, base, check }

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...PATTERN_CASES,
    ...bufferCases('buffer', 'buffer'),
    ...versionCase('1.1', '1.2'),
    range: { parameter: 'size', vary: 'offset', fault: () => 900, control: () => 896 },
    'offset-uneven': { parameter: 'offset', vary: 'offset', fault: () => 6, control: () => 8 },
    'size-uneven': { parameter: 'size', vary: 'size', fault: () => 6, control: () => 8 },
    'not-a-size': { parameter: 'offset', vary: 'offset', fault: () => -4, control: () => 4 },
  },
})

describe('the facts of FillBuffer', () => specifyFacts(spec))
describe('the pattern of FillBuffer', () => specifyPatterns(spec))
describe('the numbers of FillBuffer', () =>
  specifyNumbers(spec, [
    { key: 'offset', parameter: 'offset', control: 8 },
    { key: 'size', parameter: 'size', optional: true, control: 8 },
  ]))

describe('FillBuffer', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    [
      'an image',
      'CL_INVALID_MEM_OBJECT',
      {
        parameter: 'buffer',
        vary: 'buffer',
        fault: ({ here }) => imageOf(here),
        control: ({ here }) => bufferOf(here),
      },
    ],
    [
      'an offset past the end',
      'CL_INVALID_VALUE',
      {
        parameter: 'offset',
        given: () => ({ size: undefined }),
        vary: 'offset',
        fault: () => 1028,
        control: () => 1024,
      },
    ],
    [
      'a default size that is not a multiple of the pattern',
      'CL_INVALID_VALUE',
      {
        parameter: 'size',
        given: () => ({ size: undefined }),
        vary: 'buffer',
        fault: ({ here }) => bufferOf(here, 1022),
        control: ({ here }) => bufferOf(here, 1020),
      },
    ],
    [
      'an offset in the middle of a pattern of 128 bytes',
      'CL_INVALID_VALUE',
      {
        parameter: 'offset',
        given: () => ({ pattern: new Uint8Array(128) }),
        vary: 'offset',
        fault: () => 64,
        control: () => 128,
      },
    ],
  ])

  specifyLegal(spec, [
    ['size 0', () => ({ size: 0 })],
    ['size 0 at the very end', () => ({ offset: 1024, size: 0 })],
    ['a buffer that the host has no access to', ({ here }) => ({ buffer: bufferOf(here, 128, ['HOST_NO_ACCESS']) })],
  ])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: null,
      waitList: [eventOf(elsewhere), 0],
      buffer: released(bufferOf(here)),
      pattern: detached(),
      offset: -1,
      size: 0.5,
    }),
    ({ here, elsewhere }) => [
      ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue: queueOf(here, device({ version: '1.1' })) }],
      ['CL_INVALID_MEM_OBJECT', 'buffer', { buffer: bufferOf(elsewhere) }],
      ['CL_INVALID_CONTEXT', 'buffer', { buffer: partOf(bufferOf(here), 64, 64) }],
      ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
      ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
      ['CL_INVALID_OPERATION', 'command_queue', { queue: queueOf(here) }],
      ['CL_INVALID_VALUE', 'pattern', { pattern: new Uint8Array(3) }],
      ['CL_INVALID_VALUE', 'pattern_size', { pattern: new Uint8Array(4) }],
      ['CL_INVALID_VALUE', 'offset', { offset: 66 }],
      ['CL_INVALID_VALUE', 'size', { size: 2 }],
      ['CL_INVALID_VALUE', 'offset', { offset: 68 }],
      ['CL_INVALID_VALUE', 'size', { size: 4 }],
      ['CL_INVALID_VALUE', 'offset', { offset: 64 }],
      ['CL_INVALID_VALUE', 'size', { size: 0 }],
      ['CL_MISALIGNED_SUB_BUFFER_OFFSET', 'buffer', { buffer: bufferOf(here) }],
    ],
  )

  it('fills in the size: from offset to the end of the buffer', () => {
    const pattern = Uint8Array.of(1, 2, 3, 4)
    const input = { ...base(commandWorld()), offset: 24, size: undefined, pattern }
    const { buffer } = input as Input
    expect(check(input)).toEqual(right({ _tag: 'FillBuffer', buffer, pattern, offset: 24, size: 1000 }))
  })
})
