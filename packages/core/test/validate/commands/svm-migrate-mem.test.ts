import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { validateSvmMigrateMem } from '../../../src/validate/commands/svm-migrate-mem.ts'
import { SVM_MIGRATE_MEM } from '../../../src/validate/conditions/commands/svm-migrate-mem.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { device, eventOf, NO_SVM, queueOf, released, svmOf } from '../objects.ts'
import { rightOf, specifyConditions, specifyFaults, specifyLegal, type Input } from '../specification.ts'
import { specifySvmPointers, SVM_POINTERS_CASES, SVM_SUPPORT_CASE } from '../svm-cases.ts'
import { versionCase } from '../version-case.ts'

const check = checkWith('SvmMigrateMem', validateSvmMigrateMem)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  svmPointers: [svmOf(here).at(0), svmOf(here).at(64)],
  sizes: [64, 0],
  flags: [],
})
const spec = { table: SVM_MIGRATE_MEM, world: commandWorld, base, check }

const pointers = { parameter: 'svm_pointers', vary: 'svmPointers' }
const sizes = { parameter: 'sizes', vary: 'sizes', control: () => [64, 64] }
const flags = { parameter: 'flags', vary: 'flags', control: () => ['HOST'] }

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...versionCase('2.0', '2.1'),
    ...SVM_SUPPORT_CASE,
    ...SVM_POINTERS_CASES,
    'flags-invalid': { ...flags, fault: () => ['HOST', 'DEVICE'] },
    'svm_pointers-range': {
      ...pointers,
      fault: ({ here }) => [svmOf(here).at(961), svmOf(here).at(0)],
      control: ({ here }) => [svmOf(here).at(960), svmOf(here).at(0)],
    },
    'svm_pointers-outside': {
      ...pointers,
      given: () => ({ sizes: undefined }),
      fault: ({ here }) => [svmOf(here).at(0), svmOf(here).at(1024)],
      control: ({ here }) => [svmOf(here).at(0), svmOf(here).at(1023)],
    },
    'sizes-shape': { ...sizes, fault: () => [64] },
    'not-a-size': { ...sizes, fault: () => [64, -1] },
  },
})

describe('the facts of SvmMigrateMem', () => specifyFacts(spec))
describe('the pointers of SvmMigrateMem', () => specifySvmPointers(spec))
describe('the numbers of SvmMigrateMem', () =>
  specifyNumbers(
    spec,
    [0, 1].map((index) => ({ key: 'sizes', parameter: 'sizes', at: { index, rest: [64, 64] }, control: 8 })),
  ))

describe('SvmMigrateMem', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    ['a size too many', 'CL_INVALID_VALUE', { ...sizes, fault: () => [64, 64, 64] }],
    ['a hole among the sizes', 'CL_INVALID_VALUE', { ...sizes, fault: () => Array(2) }],
    ['one number as sizes', 'CL_INVALID_VALUE', { ...sizes, fault: () => 64 }],
    ['null as sizes', 'CL_INVALID_VALUE', { ...sizes, fault: () => null }],
    ['text as flags', 'CL_INVALID_VALUE', { ...flags, fault: () => 'HOST' }],
    [
      'an offset that is no size',
      'CL_INVALID_VALUE',
      {
        ...pointers,
        fault: ({ here }) => [svmOf(here).at(0), svmOf(here).at(0.5)],
        control: ({ here }) => [svmOf(here).at(0), svmOf(here).at(1)],
      },
    ],
    [
      'size 0 of a pointer past the end',
      'CL_INVALID_VALUE',
      {
        ...pointers,
        fault: ({ here }) => [svmOf(here).at(0), svmOf(here).at(1024)],
        control: ({ here }) => [svmOf(here).at(0), svmOf(here).at(1023)],
      },
    ],
  ])

  specifyLegal(spec, [
    ['no sizes', () => ({ sizes: undefined })],
    ['to the host without the bytes', () => ({ flags: ['HOST', 'CONTENT_UNDEFINED'] })],
    [
      'one allocation twice, in ranges that overlap',
      ({ here }) => {
        const memory = svmOf(here)
        return { svmPointers: [memory.at(0), memory.at(32)], sizes: [64, 64] }
      },
    ],
  ])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: released(queueOf(here)),
      waitList: [eventOf(elsewhere), null],
      svmPointers: [],
      sizes: [2048, 0],
      flags: ['DEVICE'],
    }),
    ({ here, elsewhere, queue }) => [
      ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue: queueOf(here, device({ version: '2.0', svm: NO_SVM })) }],
      ['CL_INVALID_VALUE', 'svm_pointers', { svmPointers: [svmOf(elsewhere).at(0), null] }],
      ['CL_INVALID_VALUE', 'svm_pointers', { svmPointers: [svmOf(elsewhere).at(0)] }],
      ['CL_INVALID_CONTEXT', 'svm_pointers', { svmPointers: [svmOf(here).at(-1)] }],
      ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
      ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
      ['CL_INVALID_OPERATION', 'command_queue', { queue: queueOf(here, device({ svm: NO_SVM })) }],
      ['CL_INVALID_OPERATION', 'command_queue', { queue }],
      ['CL_INVALID_VALUE', 'svm_pointers', { svmPointers: [svmOf(here).at(0)] }],
      ['CL_INVALID_VALUE', 'sizes', { sizes: [2048] }],
      ['CL_INVALID_VALUE', 'flags', { flags: [] }],
      ['CL_INVALID_VALUE', 'svm_pointers', { sizes: [1024] }],
    ],
  )

  it('names the range of a whole allocation where the size is 0, and keeps the others', () => {
    const world = commandWorld()
    const [a, b] = [svmOf(world.here, 512), svmOf(world.here, 256)]
    const ask = { ...base(world), svmPointers: [a.at(24), b.at(8)], flags: ['CONTENT_UNDEFINED', 'HOST'] }
    const valid = { _tag: 'SvmMigrateMem', flags: ['HOST', 'CONTENT_UNDEFINED'] }
    expect(check({ ...ask, sizes: [64, 0] })).toEqual(
      right({ ...valid, svmPointers: [a.at(24), b.at(0)], sizes: [64, 256] }),
    )
    expect(check({ ...ask, sizes: undefined })).toEqual(
      right({ ...valid, svmPointers: [a.at(0), b.at(0)], sizes: [512, 256] }),
    )
  })

  it('keeps the pointers and sizes as they were when it was enqueued', () => {
    const world = commandWorld()
    const svmPointers = [svmOf(world.here).at(0)]
    const asked = [64]
    const valid = rightOf(check({ ...base(world), svmPointers, sizes: asked }))
    svmPointers.pop()
    asked[0] = 2048
    expect(valid['svmPointers']).toHaveLength(1)
    expect(valid['sizes']).toEqual([64])
  })
})
