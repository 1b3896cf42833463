import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { CREATE_SUB_BUFFER } from '../../../src/validate/conditions/creation/create-sub-buffer.ts'
import { validateCreateSubBuffer } from '../../../src/validate/creation/create-sub-buffer.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import {
  contextOf,
  creationWorld,
  FLAG_FAULTS,
  FLAGS_CASE,
  MORE_PARENT_FAULTS,
  parentCase,
  parentCases,
  type CreationWorld,
} from '../flag-cases.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { bufferOf, context, device, imageOf, partOf, released } from '../objects.ts'
import { specifyConditions, specifyFaults, specifyLegal, type Check, type Input } from '../specification.ts'

const check: Check = ({ buffer, region, ...fields }) =>
  validateCreateSubBuffer(buffer)(region === undefined ? fields : region)
const base = ({ here }: CreationWorld): Input => ({ buffer: bufferOf(here), origin: 128, size: 64, flags: undefined })
const spec = { table: CREATE_SUB_BUFFER, world: creationWorld, base, check }

const buffer = { parameter: 'buffer', vary: 'buffer', control: ({ here }: CreationWorld) => bufferOf(here) }

specifyConditions({
  ...spec,
  cases: {
    ...parentCases('buffer'),
    'buffer-live': { ...buffer, fault: ({ here }) => released(bufferOf(here)) },
    'buffer-part': { ...buffer, fault: ({ here }) => partOf(bufferOf(here), 0, 512) },
    'create-info-null': {
      parameter: 'buffer_create_info',
      vary: 'region',
      fault: () => null,
      control: () => ({ origin: 0, size: 1 }),
    },
    'create-info-content': { parameter: 'origin', vary: 'origin', fault: () => 'start', control: () => 0 },
    range: { parameter: 'size', vary: 'size', fault: () => 897, control: () => 896 },
    'size-zero': { parameter: 'size', vary: 'size', fault: () => 0, control: () => 1 },
    misaligned: {
      parameter: 'origin',
      given: () => ({
        buffer: bufferOf(context(device({ memBaseAddrAlign: 64 }), device({ memBaseAddrAlign: 100 }))),
      }),
      vary: 'origin',
      fault: () => 32,
      control: () => 100,
    },
    flags: FLAGS_CASE,
    'flags-version': {
      parameter: 'flags',
      given: () => ({ flags: ['HOST_NO_ACCESS'] }),
      vary: 'buffer',
      fault: () => bufferOf(contextOf('1.1')),
      control: () => bufferOf(contextOf('1.1 and 1.2')),
    },
    version: {
      parameter: 'buffer',
      vary: 'buffer',
      fault: () => bufferOf(contextOf('1.0')),
      control: () => bufferOf(contextOf('1.0 and 1.1')),
    },
  },
})

describe('the numbers of createSubBuffer', () =>
  specifyNumbers(spec, [
    { key: 'origin', parameter: 'origin', control: 256 },
    { key: 'size', parameter: 'size', control: 8 },
  ]))

describe('createSubBuffer', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    ['an image', 'CL_INVALID_MEM_OBJECT', { ...buffer, fault: ({ here }) => imageOf(here) }],
    ['no buffer', 'CL_INVALID_MEM_OBJECT', { ...buffer, fault: () => undefined }],
    [
      'a size that reaches past the end from the very end',
      'CL_INVALID_VALUE',
      { parameter: 'size', vary: 'origin', fault: () => 1024, control: () => 896 },
    ],
    [
      'an origin past the end',
      'CL_INVALID_VALUE',
      { parameter: 'origin', given: () => ({ size: 1 }), vary: 'origin', fault: () => 1152, control: () => 896 },
    ],
    ...MORE_PARENT_FAULTS.map(
      (row) => [`${row[1]} in a part of a ${row[0]} buffer`, 'CL_INVALID_VALUE', parentCase('buffer', row)] as const,
    ),
  ])
  specifyFaults(
    spec,
    FLAG_FAULTS.map(([name, fault, control]) => [
      `${name} in flags`,
      'CL_INVALID_VALUE',
      { parameter: 'flags', vary: 'flags', fault: () => fault, control: () => control },
    ]),
  )

  specifyLegal(spec, [['the whole buffer', () => ({ origin: 0, size: 1024 })]])

  specifyOrder(
    spec,
    ({ here }) => ({ buffer: released(bufferOf(here)), origin: -1, size: 0, flags: ['READ'] }),
    ({ here }) => {
      const old = bufferOf(contextOf('1.0'))
      return [
        ['CL_INVALID_MEM_OBJECT', 'buffer', { buffer: partOf(bufferOf(here), 0, 512) }],
        ['CL_INVALID_MEM_OBJECT', 'buffer', { buffer: old }],
        ['CL_INVALID_OPERATION', 'buffer', { buffer: bufferOf(here, 1024, ['READ_ONLY']) }],
        ['CL_INVALID_VALUE', 'flags', { flags: ['READ_WRITE'] }],
        ['CL_INVALID_VALUE', 'flags', { flags: undefined }],
        ['CL_INVALID_VALUE', 'origin', { origin: 1000 }],
        ['CL_INVALID_BUFFER_SIZE', 'size', { size: 64 }],
        ['CL_INVALID_VALUE', 'size', { size: 24 }],
        ['CL_MISALIGNED_SUB_BUFFER_OFFSET', 'origin', { origin: 896 }],
      ]
    },
  )

  it.each([
    [['READ_WRITE'], undefined, ['READ_WRITE']],
    [['READ_ONLY', 'HOST_NO_ACCESS', 'ALLOC_HOST_PTR'], undefined, ['READ_ONLY', 'HOST_NO_ACCESS', 'ALLOC_HOST_PTR']],
    [['READ_WRITE', 'HOST_READ_ONLY'], ['WRITE_ONLY'], ['WRITE_ONLY', 'HOST_READ_ONLY']],
    [['READ_ONLY', 'HOST_READ_ONLY'], ['HOST_NO_ACCESS'], ['READ_ONLY', 'HOST_NO_ACCESS']],
  ] as const)('of a buffer with %j, flags %j become %j', (had, flags, inherited) => {
    const { here } = creationWorld()
    expect(check({ buffer: bufferOf(here, 1024, had), origin: 0, size: 8, flags })).toEqual(
      right({ origin: 0, size: 8, flags: inherited }),
    )
  })
})
