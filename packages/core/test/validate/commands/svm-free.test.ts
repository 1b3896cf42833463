import { describe, expect, it } from 'vitest'
import { validateSvmFree } from '../../../src/validate/commands/svm-free.ts'
import { SVM_FREE } from '../../../src/validate/conditions/commands/svm-free.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { mapOfSvm, unmapped } from '../mapping-world.ts'
import { device, eventOf, NO_SVM, queueOf, released, svmOf } from '../objects.ts'
import { expectRefusal, expectRight, rightOf, specifyConditions, specifyFaults, type Input } from '../specification.ts'
import { specifySvmPointers, SVM_POINTERS_CASES, SVM_SUPPORT_CASE } from '../svm-cases.ts'
import { versionCase } from '../version-case.ts'

const check = checkWith('SvmFree', validateSvmFree)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  svmPointers: [svmOf(here).at(0), svmOf(here).at(0)],
})
const spec = { table: SVM_FREE, world: commandWorld, base, check }

const list = {
  parameter: 'svm_pointers',
  vary: 'svmPointers',
  control: ({ here }: CommandWorld) => [svmOf(here).at(0), svmOf(here).at(0)],
}

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...versionCase('1.2', '2.0'),
    ...SVM_SUPPORT_CASE,
    ...SVM_POINTERS_CASES,
    'svm_pointers-inside': { ...list, fault: ({ here }) => [svmOf(here).at(0), svmOf(here).at(1)] },
    'svm_pointers-twice': {
      ...list,
      fault: ({ here }) => {
        const memory = svmOf(here)
        return [memory.at(0), svmOf(here).at(0), memory.at(0)]
      },
    },
    'svm_pointers-mapped': {
      ...list,
      fault: ({ here }) => {
        const memory = svmOf(here)
        mapOfSvm(memory.at(1000), ['READ'], 8)
        return [svmOf(here).at(0), memory.at(0)]
      },
    },
  },
})

describe('the facts of SvmFree', () => specifyFacts(spec))
describe('the pointers of SvmFree', () => specifySvmPointers(spec))

describe('SvmFree', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    ['an offset that is no size', 'CL_INVALID_VALUE', { ...list, fault: ({ here }) => [svmOf(here).at(Number.NaN)] }],
  ])

  it('takes an allocation whose maps are all unmapped', () => {
    const world = commandWorld()
    const memory = svmOf(world.here)
    const ask = { ...base(world), svmPointers: [memory.at(0)] }
    const [first, second] = [mapOfSvm(memory.at(0), [], 8), mapOfSvm(memory.at(64), ['WRITE'], 8)]
    expectRefusal(check(ask), 'SvmFree', 'CL_INVALID_VALUE', 'svm_pointers')
    unmapped(first)
    expectRefusal(check(ask), 'SvmFree', 'CL_INVALID_VALUE', 'svm_pointers')
    unmapped(second)
    expectRight(check(ask))
  })

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: released(queueOf(here)),
      waitList: [eventOf(elsewhere), null],
      svmPointers: undefined,
    }),
    ({ here, elsewhere, queue }) => {
      const [mapped, other] = [svmOf(here), svmOf(here)]
      mapOfSvm(mapped.at(0))
      return [
        [
          'CL_INVALID_COMMAND_QUEUE',
          'command_queue',
          { queue: queueOf(here, device({ version: '1.2', svm: NO_SVM })) },
        ],
        ['CL_INVALID_VALUE', 'svm_pointers', { svmPointers: [svmOf(elsewhere).at(1), null] }],
        ['CL_INVALID_VALUE', 'svm_pointers', { svmPointers: [svmOf(elsewhere).at(1)] }],
        ['CL_INVALID_CONTEXT', 'svm_pointers', { svmPointers: [mapped.at(0), mapped.at(1)] }],
        ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
        ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
        ['CL_INVALID_OPERATION', 'command_queue', { queue: queueOf(here, device({ svm: NO_SVM })) }],
        ['CL_INVALID_OPERATION', 'command_queue', { queue }],
        ['CL_INVALID_VALUE', 'svm_pointers', { svmPointers: [mapped.at(0), mapped.at(0)] }],
        ['CL_INVALID_VALUE', 'svm_pointers', { svmPointers: [mapped.at(0), other.at(0)] }],
        ['CL_INVALID_VALUE', 'svm_pointers', { svmPointers: [other.at(0)] }],
      ]
    },
  )

  it('keeps the list as it was when it was enqueued', () => {
    const world = commandWorld()
    const [first, second] = [svmOf(world.here), svmOf(world.here)]
    const svmPointers = [first.at(0), second.at(0)]
    const valid = rightOf(check({ ...base(world), svmPointers }))
    svmPointers.pop()
    expect(valid['_tag']).toBe('SvmFree')
    const allocations = (valid['svmPointers'] as typeof svmPointers).map(({ allocation }) => allocation)
    expect(allocations.map((allocation) => [first, second].indexOf(allocation))).toEqual([0, 1])
  })
})
