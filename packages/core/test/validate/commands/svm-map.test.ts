import { describe, expect, it } from 'vitest'
import { MappedObject } from '../../../src/model/mapped.ts'
import { validateSvmMap } from '../../../src/validate/commands/svm-map.ts'
import { SVM_MAP } from '../../../src/validate/conditions/commands/svm-map.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { SHARING, specifyMapFlags } from '../map-flag-cases.ts'
import { mapOfSvm, unmapped } from '../mapping-world.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { device, eventOf, NO_SVM, queueOf, released, svmOf } from '../objects.ts'
import { expectRefusal, expectRight, rightOf, specifyConditions, specifyFaults, type Input } from '../specification.ts'
import { specifySvmOffset, specifySvmPointer, SVM_POINTER_CASES, SVM_SUPPORT_CASE } from '../svm-cases.ts'
import { versionCase } from '../version-case.ts'

const check = checkWith('SvmMap', validateSvmMap)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  svmPtr: svmOf(here).at(0),
  flags: ['READ'],
  size: 64,
})
const spec = { table: SVM_MAP, world: commandWorld, base, check }
const place = { parameter: 'svm_ptr', vary: 'svmPtr' }

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...versionCase('1.2', '2.0'),
    ...SVM_SUPPORT_CASE,
    ...SVM_POINTER_CASES,
    'size-zero': { parameter: 'size', vary: 'size', fault: () => 0, control: () => 1 },
    'flags-invalid': {
      parameter: 'flags',
      vary: 'flags',
      fault: () => ['WRITE', 'WRITE_INVALIDATE_REGION'],
      control: () => ['WRITE_INVALIDATE_REGION'],
    },
    'svm_ptr-range': {
      ...place,
      fault: ({ here }) => svmOf(here).at(961),
      control: ({ here }) => svmOf(here).at(960),
    },
    'mapped-already': {
      ...place,
      given: ({ here }) => {
        const memory = svmOf(here)
        mapOfSvm(memory.at(128))
        return { memory }
      },
      vary: 'at',
      fault: () => 65,
      control: () => 64,
    },
    'not-a-size': { parameter: 'size', vary: 'size', fault: () => 0.5, control: () => 1 },
  },
  check: ({ memory, at, ...input }) =>
    check(memory === undefined ? input : { ...input, svmPtr: (memory as ReturnType<typeof svmOf>).at(at as number) }),
})

describe('the facts of SvmMap', () => specifyFacts(spec))
describe('the flags of SvmMap', () => specifyMapFlags(spec, 'flags', 'flags'))
describe('the pointer of SvmMap', () => specifySvmPointer(spec))
describe('the numbers of SvmMap', () => {
  specifySvmOffset(spec)
  specifyNumbers(spec, [{ key: 'size', parameter: 'size', optional: true, control: 8 }])
})

describe('SvmMap', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    [
      'a pointer with nothing left',
      'CL_INVALID_VALUE',
      {
        ...place,
        given: () => ({ size: undefined }),
        fault: ({ here }) => svmOf(here).at(1024),
        control: ({ here }) => svmOf(here).at(1023),
      },
    ],
  ])

  it.each(SHARING)('a map with %j and one with %j may share bytes: %s', (had, asked, mayShare) => {
    const world = commandWorld()
    const memory = svmOf(world.here)
    const mapping = mapOfSvm(memory.at(0), had)
    const ask = { ...base(world), flags: asked }
    const answer = check({ ...ask, svmPtr: memory.at(63) })
    if (mayShare) expectRight(answer)
    else expectRefusal(answer, 'SvmMap', 'CL_INVALID_OPERATION', 'svm_ptr')
    expectRight(check({ ...ask, svmPtr: memory.at(64) }))
    unmapped(mapping)
    expectRight(check({ ...ask, svmPtr: memory.at(63) }))
  })

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: released(queueOf(here)),
      waitList: [eventOf(elsewhere), null],
      svmPtr: released(svmOf(here)).at(0),
      flags: undefined,
      size: 0,
    }),
    ({ here, elsewhere, queue }) => {
      const memory = svmOf(here)
      mapOfSvm(memory.at(960))
      return [
        [
          'CL_INVALID_COMMAND_QUEUE',
          'command_queue',
          { queue: queueOf(here, device({ version: '1.2', svm: NO_SVM })) },
        ],
        ['CL_INVALID_VALUE', 'svm_ptr', { svmPtr: svmOf(elsewhere).at(0) }],
        ['CL_INVALID_CONTEXT', 'svm_ptr', { svmPtr: memory.at(-1) }],
        ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
        ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
        ['CL_INVALID_OPERATION', 'command_queue', { queue: queueOf(here, device({ svm: NO_SVM })) }],
        ['CL_INVALID_OPERATION', 'command_queue', { queue }],
        ['CL_INVALID_VALUE', 'flags', { flags: ['READ'] }],
        ['CL_INVALID_VALUE', 'svm_ptr', { svmPtr: memory.at(961) }],
        ['CL_INVALID_VALUE', 'size', { size: 64 }],
        ['CL_INVALID_VALUE', 'svm_ptr', { svmPtr: memory.at(960) }],
        ['CL_INVALID_OPERATION', 'svm_ptr', { svmPtr: memory.at(896) }],
      ]
    },
  )

  it('fills in the size, and makes a mapping of the pointer that is not outstanding yet', () => {
    const world = commandWorld()
    const svmPtr = svmOf(world.here).at(24)
    const valid = rightOf(check({ ...base(world), svmPtr, flags: ['WRITE', 'READ'], size: undefined }))
    expect(valid).toMatchObject({ _tag: 'SvmMap', flags: ['READ', 'WRITE'], size: 1000 })
    expect(Object.is(valid['svmPtr'], svmPtr)).toBe(true)
    const { mapping } = valid
    if (!(mapping instanceof MappedObject)) throw new TypeError('no mapping')
    expect(Object.is(mapping.resource, svmPtr)).toBe(true)
    expect(Object.is(mapping.memoryObject, svmPtr.allocation)).toBe(true)
    expect(mapping.box).toMatchObject({ start: 24, rowBytes: 1000 })
    expect([mapping.isOutstanding, mapping.isMapped]).toEqual([false, false])
  })
})
