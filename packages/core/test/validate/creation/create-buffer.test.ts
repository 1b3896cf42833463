import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { ContextIdentity } from '../../../src/model/context-identity.ts'
import { CREATE_BUFFER } from '../../../src/validate/conditions/creation/create-buffer.ts'
import { validateCreateBuffer } from '../../../src/validate/creation/create-buffer.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { CONTEXT_CASE, contextOf, creationWorld, FLAG_FAULTS, FLAGS_CASE, type CreationWorld } from '../flag-cases.ts'
import { hostPtrCases, specifyHostPtr } from '../host-ptr-cases.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { context, device, svmBytesOf } from '../objects.ts'
import { specifyConditions, specifyFaults, type Check, type Input } from '../specification.ts'

const check: Check = ({ context: of, desc, ...fields }) =>
  validateCreateBuffer(of as ContextIdentity)(desc === undefined ? fields : desc)
const base = ({ here }: CreationWorld): Input => ({ context: here, size: 64, flags: ['READ_ONLY'] })
const spec = { table: CREATE_BUFFER, world: creationWorld, base, check }

specifyConditions({
  ...spec,
  cases: {
    'context-live': CONTEXT_CASE,
    flags: FLAGS_CASE,
    'size-zero': { parameter: 'size', vary: 'size', fault: () => 0, control: () => 1 },
    'size-too-large': {
      parameter: 'size',
      given: () => ({ context: context(device({ maxMemAllocSize: 100 }), device({ maxMemAllocSize: 200 })) }),
      vary: 'size',
      fault: () => 201,
      control: () => 200,
    },
    'size-not-a-size': { parameter: 'size', vary: 'size', fault: () => 0.5, control: () => 1 },
    ...hostPtrCases(64),
    'size-beyond-svm': {
      parameter: 'size',
      given: ({ here }) => ({ flags: ['USE_HOST_PTR'], hostPtr: svmBytesOf(here, 64) }),
      vary: 'size',
      fault: () => 65,
      control: () => 64,
    },
    desc: { parameter: 'desc', vary: 'desc', fault: () => 64, control: () => ({ size: 64 }) },
    'flags-version': {
      parameter: 'flags',
      given: () => ({ flags: ['HOST_NO_ACCESS'] }),
      vary: 'context',
      fault: () => contextOf('1.1'),
      control: () => contextOf('1.1 and 1.2'),
    },
  },
})

describe('the numbers of createBuffer', () =>
  specifyNumbers(spec, [{ key: 'size', parameter: 'size', code: 'CL_INVALID_BUFFER_SIZE', control: 8 }]))

describe('createBuffer', () => {
  specifyTotal({ ...spec, check: (input) => check({ ...input, context: context() }) })

  specifyFaults(
    spec,
    FLAG_FAULTS.map(([name, fault, control]) => [
      `${name} in flags`,
      'CL_INVALID_VALUE',
      { parameter: 'flags', vary: 'flags', fault: () => fault, control: () => control },
    ]),
  )

  specifyHostPtr(spec, 64)

  specifyFaults(spec, [
    [
      'a view of shared virtual memory that is shorter than size',
      'CL_INVALID_HOST_PTR',
      {
        parameter: 'host_ptr',
        given: () => ({ flags: ['USE_HOST_PTR'] }),
        vary: 'hostPtr',
        fault: ({ here }) => svmBytesOf(here, 96).subarray(40),
        control: ({ here }) => svmBytesOf(here, 96).subarray(32),
      },
    ],
  ])

  specifyOrder(
    spec,
    ({ gone, here }) => ({ context: gone, size: -1, flags: ['READ'], hostPtr: svmBytesOf(here, 64) }),
    ({ here }) => [
      ['CL_INVALID_CONTEXT', 'context', { context: here }],
      ['CL_INVALID_VALUE', 'flags', { flags: ['COPY_HOST_PTR'] }],
      ['CL_INVALID_BUFFER_SIZE', 'size', { size: 65 }],
      ['CL_INVALID_BUFFER_SIZE', 'size', { size: 64 }],
    ],
  )

  it.each([
    [undefined, ['READ_WRITE']],
    [[], ['READ_WRITE']],
    [['HOST_READ_ONLY'], ['READ_WRITE', 'HOST_READ_ONLY']],
    [
      ['ALLOC_HOST_PTR', 'READ_ONLY', 'ALLOC_HOST_PTR'],
      ['READ_ONLY', 'ALLOC_HOST_PTR'],
    ],
  ])('completes flags %j to %j', (flags, complete) => {
    expect(check({ ...base(creationWorld()), flags })).toEqual(right({ size: 64, flags: complete, hostPtr: undefined }))
  })

  it('names the flag at fault', () => {
    const answer = check({ ...base(creationWorld()), flags: ['READ_ONLY', 'FAST'] })
    expect(answer).toMatchObject({
      left: { message: expect.stringMatching(/^flags\[1\] is 'FAST'; it must be one of READ_WRITE, /) },
    })
  })
})
