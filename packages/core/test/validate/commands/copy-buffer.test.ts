import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { COPY_BUFFER } from '../../../src/validate/conditions/commands/copy-buffer.ts'
import { validateCopyBuffer } from '../../../src/validate/commands/copy-buffer.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { bufferOf, device, eventOf, imageOf, partOf, queueOf, released } from '../objects.ts'
import { expectRefusal, specifyConditions, specifyFaults, specifyLegal, type Input } from '../specification.ts'

const check = checkWith('CopyBuffer', validateCopyBuffer)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  srcBuffer: bufferOf(here),
  dstBuffer: bufferOf(here),
  srcOffset: 0,
  dstOffset: 0,
  size: 64,
})
const spec = { table: COPY_BUFFER, world: commandWorld, base, check }

const inOneBuffer = ({ here }: CommandWorld) => {
  const buffer = bufferOf(here)
  return { srcBuffer: buffer, dstBuffer: buffer, srcOffset: 0, size: 64 }
}

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    'src_buffer-context': {
      parameter: 'src_buffer',
      vary: 'srcBuffer',
      fault: ({ elsewhere }) => bufferOf(elsewhere),
      control: ({ here }) => bufferOf(here),
    },
    'dst_buffer-context': {
      parameter: 'dst_buffer',
      vary: 'dstBuffer',
      fault: ({ elsewhere }) => bufferOf(elsewhere),
      control: ({ here }) => bufferOf(here),
    },
    'src_buffer-live': {
      parameter: 'src_buffer',
      vary: 'srcBuffer',
      fault: ({ here }) => released(bufferOf(here)),
      control: ({ here }) => bufferOf(here),
    },
    'dst_buffer-live': {
      parameter: 'dst_buffer',
      vary: 'dstBuffer',
      fault: ({ here }) => released(bufferOf(here)),
      control: ({ here }) => bufferOf(here),
    },
    'src_buffer-misaligned': {
      parameter: 'src_buffer',
      vary: 'srcBuffer',
      fault: ({ here }) => partOf(bufferOf(here), 64, 256),
      control: ({ here }) => partOf(bufferOf(here), 128, 256),
    },
    'dst_buffer-misaligned': {
      parameter: 'dst_buffer',
      vary: 'dstBuffer',
      fault: ({ here }) => partOf(bufferOf(here), 64, 256),
      control: ({ here }) => partOf(bufferOf(here), 128, 256),
    },
    'src-range': { parameter: 'size', vary: 'srcOffset', fault: () => 961, control: () => 960 },
    'dst-range': { parameter: 'size', vary: 'dstOffset', fault: () => 961, control: () => 960 },
    'overlap-same-buffer': {
      parameter: 'dst_buffer',
      given: inOneBuffer,
      vary: 'dstOffset',
      fault: () => 63,
      control: () => 64,
    },
    'overlap-sub-buffers': {
      parameter: 'dst_buffer',
      given: ({ here }) => {
        const parent = bufferOf(here)
        return { srcBuffer: partOf(parent, 0, 512), dstBuffer: partOf(parent, 128, 512), srcOffset: 192 }
      },
      vary: 'dstOffset',
      fault: () => 127,
      control: () => 128,
    },
    'overlap-parent': {
      parameter: 'dst_buffer',
      given: ({ here }) => {
        const parent = bufferOf(here)
        return { srcBuffer: partOf(parent, 128, 512), dstBuffer: parent }
      },
      vary: 'dstOffset',
      fault: () => 191,
      control: () => 192,
    },
    'not-a-size': { parameter: 'src_offset', vary: 'srcOffset', fault: () => 0.5, control: () => 1 },
  },
})

describe('the facts of CopyBuffer', () => specifyFacts(spec))

describe('the numbers of CopyBuffer', () =>
  specifyNumbers(spec, [
    { key: 'srcOffset', parameter: 'src_offset', control: 8 },
    { key: 'dstOffset', parameter: 'dst_offset', control: 8 },
    { key: 'size', parameter: 'size', optional: true, control: 8 },
  ]))

describe('CopyBuffer', () => {
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
      'a size that reaches past the end from the very end of the source',
      'CL_INVALID_VALUE',
      { parameter: 'size', given: () => ({ srcOffset: 1024 }), vary: 'size', fault: () => 1, control: () => 0 },
    ],
    [
      'a size that reaches past the end from the very end of the destination',
      'CL_INVALID_VALUE',
      { parameter: 'size', given: () => ({ dstOffset: 1024 }), vary: 'size', fault: () => 1, control: () => 0 },
    ],
    [
      'src_offset past the end',
      'CL_INVALID_VALUE',
      {
        parameter: 'src_offset',
        given: () => ({ size: undefined }),
        vary: 'srcOffset',
        fault: () => 1025,
        control: () => 1024,
      },
    ],
    [
      'dst_offset past the end for size 0',
      'CL_INVALID_VALUE',
      {
        parameter: 'dst_offset',
        given: () => ({ size: 0 }),
        vary: 'dstOffset',
        fault: () => 1025,
        control: () => 1024,
      },
    ],
    [
      'a default size that dst_offset leaves no room for',
      'CL_INVALID_VALUE',
      {
        parameter: 'dst_offset',
        given: () => ({ size: undefined, srcOffset: 512 }),
        vary: 'dstOffset',
        fault: () => 513,
        control: () => 512,
      },
    ],
    [
      "an origin that suits another device's alignment only",
      'CL_MISALIGNED_SUB_BUFFER_OFFSET',
      {
        parameter: 'src_buffer',
        given: ({ here }) => ({ srcBuffer: partOf(bufferOf(here), 128, 256) }),
        vary: 'queue',
        fault: ({ here }) => queueOf(here, device({ memBaseAddrAlign: 256 })),
        control: ({ here }) => queueOf(here, device({ memBaseAddrAlign: 64 })),
      },
    ],
  ])

  specifyLegal(spec, [
    ['size 0', () => ({ size: 0 })],
    ['size 0 onto itself', (world) => ({ ...inOneBuffer(world), dstOffset: 0, size: 0 })],
    ['size 0 at the very end', () => ({ srcOffset: 1024, dstOffset: 1024, size: 0 })],
    [
      'a copy between buffers that the host has no access to',
      ({ here }) => ({
        srcBuffer: bufferOf(here, 64, ['HOST_NO_ACCESS']),
        dstBuffer: bufferOf(here, 64, ['HOST_NO_ACCESS']),
      }),
    ],
  ])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: undefined,
      waitList: [eventOf(elsewhere), undefined],
      srcBuffer: released(bufferOf(here)),
      dstBuffer: bufferOf(elsewhere),
      srcOffset: -1,
      dstOffset: 0,
      size: 64,
    }),
    ({ here, elsewhere, queue }) => {
      const parent = bufferOf(here)
      return [
        ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue }],
        ['CL_INVALID_MEM_OBJECT', 'src_buffer', { srcBuffer: partOf(parent, 64, 512) }],
        ['CL_INVALID_CONTEXT', 'dst_buffer', { dstBuffer: parent }],
        ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
        ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [eventOf(here)] }],
        ['CL_INVALID_VALUE', 'src_offset', { srcOffset: 500 }],
        ['CL_INVALID_VALUE', 'size', { srcOffset: 0 }],
        ['CL_MISALIGNED_SUB_BUFFER_OFFSET', 'src_buffer', { srcBuffer: parent }],
        ['CL_MEM_COPY_OVERLAP', 'dst_buffer', { dstOffset: 64 }],
      ]
    },
  )

  it('fills in the size: from src_offset to the end of the source', () => {
    const world = commandWorld()
    const input = { ...base(world), dstBuffer: bufferOf(world.here, 2048), srcOffset: 24, size: undefined }
    const { srcBuffer, dstBuffer } = input as Input
    expect(check(input)).toEqual(
      right({ _tag: 'CopyBuffer', srcBuffer, dstBuffer, srcOffset: 24, dstOffset: 0, size: 1000 }),
    )
  })

  it('names the offending numbers', () => {
    const answer = check({ ...base(commandWorld()), srcOffset: 1000 })
    expectRefusal(answer, 'CopyBuffer', 'CL_INVALID_VALUE', 'size')
    expect(answer).toMatchObject({
      left: { message: '64 bytes from offset 1000 of src_buffer do not fit; it has 1024 bytes.' },
    })
  })
})
