import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { ContextIdentity } from '../../../src/model/context-identity.ts'
import { SVM_ALLOC } from '../../../src/validate/conditions/creation/svm-alloc.ts'
import { validateSvmAlloc } from '../../../src/validate/creation/svm-alloc.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { CONTEXT_CASE, creationWorld, type CreationWorld } from '../flag-cases.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { context, device, NO_SVM } from '../objects.ts'
import { specifyConditions, specifyFaults, specifyLegal, type Check, type Input } from '../specification.ts'

const check: Check = ({ context: of, desc, ...fields }) =>
  validateSvmAlloc(of as ContextIdentity)(desc === undefined ? fields : desc)
const base = ({ here }: CreationWorld): Input => ({ context: here, size: 64, flags: undefined, alignment: undefined })
const spec = { table: SVM_ALLOC, world: creationWorld, base, check }

const FINE = ['SVM_FINE_GRAIN_BUFFER']
const ATOMIC = ['SVM_FINE_GRAIN_BUFFER', 'SVM_ATOMICS']
const coarse = device({ svm: { ...NO_SVM, coarseGrainBuffer: true } })
const fine = device({ svm: { ...NO_SVM, coarseGrainBuffer: true, fineGrainBuffer: true } })
const flags = { parameter: 'flags', vary: 'flags' }

specifyConditions({
  ...spec,
  cases: {
    'context-live': CONTEXT_CASE,
    'svm-support': {
      parameter: 'context',
      vary: 'context',
      fault: () => context(device({ svm: NO_SVM })),
      control: () => context(device({ svm: NO_SVM }), coarse),
    },
    'atomics-without-fine-grain': { ...flags, fault: () => ['SVM_ATOMICS'], control: () => ATOMIC },
    'flags-exclusive': { ...flags, fault: () => ['READ_ONLY', 'WRITE_ONLY'], control: () => ['READ_ONLY'] },
    'fine-grain-unsupported': {
      parameter: 'flags',
      given: () => ({ flags: FINE }),
      vary: 'context',
      fault: () => context(device(), coarse),
      control: () => context(device(), fine),
    },
    'atomics-unsupported': {
      parameter: 'flags',
      given: () => ({ flags: ATOMIC }),
      vary: 'context',
      fault: () => context(device(), fine),
      control: () => context(device(), device()),
    },
    'flags-unknown': { ...flags, fault: () => ['SVM_SYSTEM'], control: () => FINE },
    size: {
      parameter: 'size',
      given: () => ({ context: context(device({ maxMemAllocSize: 100 }), device({ maxMemAllocSize: 200 })) }),
      vary: 'size',
      fault: () => 101,
      control: () => 100,
    },
    alignment: { parameter: 'alignment', vary: 'alignment', fault: () => 48, control: () => 64 },
    desc: { parameter: 'desc', vary: 'desc', fault: () => 64, control: () => ({ size: 64 }) },
  },
})

describe('the numbers of svmAlloc', () =>
  specifyNumbers(spec, [
    { key: 'size', parameter: 'size', code: 'CL_INVALID_BUFFER_SIZE', control: 8 },
    { key: 'alignment', parameter: 'alignment', optional: true, control: 8 },
  ]))

describe('svmAlloc', () => {
  specifyTotal({ ...spec, check: (input) => check({ ...input, context: context() }) })

  specifyFaults(spec, [
    ['size 0', 'CL_INVALID_BUFFER_SIZE', { parameter: 'size', vary: 'size', fault: () => 0, control: () => 1 }],
    [
      'a device that has it but is of version 1.2',
      'CL_INVALID_OPERATION',
      {
        parameter: 'context',
        vary: 'context',
        fault: () => context(device({ version: '1.2' })),
        control: () => context(device({ version: '2.0' })),
      },
    ],
    ...(['HOST_READ_ONLY', 'ALLOC_HOST_PTR'] as const).map(
      (flag) =>
        [
          `${flag}, a flag of buffers,`,
          'CL_INVALID_VALUE',
          { ...flags, fault: () => [flag], control: () => [] },
        ] as const,
    ),
    ['null as flags', 'CL_INVALID_VALUE', { ...flags, fault: () => null, control: () => undefined }],
    [
      'an alignment that is no power of two past 2^32',
      'CL_INVALID_VALUE',
      { parameter: 'alignment', vary: 'alignment', fault: () => 2 ** 33 + 2, control: () => 2 ** 33 },
    ],
  ])

  specifyLegal(spec, [
    ['alignment 0', () => ({ alignment: 0 })],
    ['alignment 1', () => ({ alignment: 1 })],
  ])

  specifyOrder(
    spec,
    ({ gone }) => ({ context: gone, size: 0, flags: ['SVM_ATOMICS'], alignment: 3 }),
    () => [
      ['CL_INVALID_CONTEXT', 'context', { context: context(device({ svm: NO_SVM })) }],
      ['CL_INVALID_OPERATION', 'context', { context: context(coarse) }],
      ['CL_INVALID_VALUE', 'flags', { flags: ATOMIC }],
      ['CL_INVALID_OPERATION', 'flags', { context: context(fine) }],
      ['CL_INVALID_OPERATION', 'flags', { flags: FINE }],
      ['CL_INVALID_BUFFER_SIZE', 'size', { size: 1 }],
      ['CL_INVALID_VALUE', 'alignment', { alignment: 4 }],
    ],
  )

  it('fills in READ_WRITE and the alignment of the largest type', () => {
    expect(check({ ...base(creationWorld()), flags: FINE })).toEqual(
      right({ size: 64, flags: ['READ_WRITE', ...FINE], alignment: 0 }),
    )
  })

  it('keeps the access that is given', () => {
    expect(check({ ...base(creationWorld()), flags: ['WRITE_ONLY'], alignment: 16 })).toEqual(
      right({ size: 64, flags: ['WRITE_ONLY'], alignment: 16 }),
    )
  })
})
