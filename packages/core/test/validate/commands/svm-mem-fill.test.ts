import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { validateSvmMemFill } from '../../../src/validate/commands/svm-mem-fill.ts'
import { SVM_MEM_FILL } from '../../../src/validate/conditions/commands/svm-mem-fill.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { device, eventOf, NO_SVM, queueOf, released, svmOf } from '../objects.ts'
import { PATTERN_CASES, specifyPatterns } from '../pattern-cases.ts'
import { specifyConditions, specifyFaults, specifyLegal, type Input } from '../specification.ts'
import { specifySvmOffset, specifySvmPointer, SVM_POINTER_CASES, SVM_SUPPORT_CASE } from '../svm-cases.ts'
import { versionCase } from '../version-case.ts'

const check = checkWith('SvmMemFill', validateSvmMemFill)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  svmPtr: svmOf(here).at(0),
  pattern: new Uint8Array(4),
  size: 128,
})
const spec = { table: SVM_MEM_FILL, world: commandWorld, base, check }

const place = { parameter: 'svm_ptr', vary: 'svmPtr' }

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...versionCase('1.2', '2.0'),
    ...SVM_SUPPORT_CASE,
    ...SVM_POINTER_CASES,
    'svm_ptr-unaligned': {
      ...place,
      fault: ({ here }) => svmOf(here).at(2),
      control: ({ here }) => svmOf(here).at(4),
    },
    'svm_ptr-range': {
      ...place,
      fault: ({ here }) => svmOf(here).at(900),
      control: ({ here }) => svmOf(here).at(896),
    },
    ...PATTERN_CASES,
    'size-uneven': { parameter: 'size', vary: 'size', fault: () => 62, control: () => 60 },
    'not-a-size': { parameter: 'size', vary: 'size', fault: () => -4, control: () => 4 },
  },
})

describe('the facts of SvmMemFill', () => specifyFacts(spec))
describe('the pointer of SvmMemFill', () => specifySvmPointer(spec))
describe('the pattern of SvmMemFill', () => specifyPatterns(spec))
describe('the numbers of SvmMemFill', () => {
  specifySvmOffset(spec)
  specifyNumbers(spec, [{ key: 'size', parameter: 'size', optional: true, control: 8 }])
})

describe('SvmMemFill', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    [
      'an allocation that is aligned to less than the pattern',
      'CL_INVALID_VALUE',
      { ...place, fault: ({ here }) => svmOf(here, 1024, 2).at(0), control: ({ here }) => svmOf(here, 1024, 4).at(0) },
    ],
    [
      'a rest, where there is no size, that is no multiple of the pattern',
      'CL_INVALID_VALUE',
      {
        parameter: 'size',
        given: () => ({ size: undefined }),
        vary: 'svmPtr',
        fault: ({ here }) => svmOf(here, 1022).at(0),
        control: ({ here }) => svmOf(here, 1020).at(0),
      },
    ],
    [
      'a pointer past the end, where the rest is the size,',
      'CL_INVALID_VALUE',
      {
        ...place,
        given: () => ({ size: undefined }),
        fault: ({ here }) => svmOf(here).at(1028),
        control: ({ here }) => svmOf(here).at(1024),
      },
    ],
  ])

  specifyLegal(spec, [
    ['size 0', () => ({ size: 0 })],
    [
      'a pattern of 1 byte anywhere',
      ({ here }) => ({ pattern: new Int8Array(1), svmPtr: svmOf(here, 1024, 1).at(3), size: 7 }),
    ],
    [
      'a pattern of 128 bytes',
      ({ here }) => ({ pattern: new Float64Array(16), svmPtr: svmOf(here).at(128), size: 256 }),
    ],
  ])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: released(queueOf(here)),
      waitList: [eventOf(elsewhere), null],
      svmPtr: released(svmOf(here)).at(0),
      pattern: undefined,
      size: -1,
    }),
    ({ here, elsewhere, queue }) => {
      const old = queueOf(here, device({ version: '1.2', svm: NO_SVM }))
      return [
        ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue: old }],
        ['CL_INVALID_VALUE', 'svm_ptr', { svmPtr: svmOf(elsewhere).at(0) }],
        ['CL_INVALID_CONTEXT', 'svm_ptr', { svmPtr: svmOf(here).at(-1) }],
        ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
        ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
        ['CL_INVALID_OPERATION', 'command_queue', { queue: queueOf(here, device({ svm: NO_SVM })) }],
        ['CL_INVALID_OPERATION', 'command_queue', { queue }],
        ['CL_INVALID_VALUE', 'svm_ptr', { svmPtr: svmOf(here).at(2) }],
        ['CL_INVALID_VALUE', 'pattern', { pattern: new Uint8Array(3) }],
        ['CL_INVALID_VALUE', 'pattern_size', { pattern: new Uint8Array(4) }],
        ['CL_INVALID_VALUE', 'svm_ptr', { svmPtr: svmOf(here).at(1000) }],
        ['CL_INVALID_VALUE', 'size', { size: 62 }],
        ['CL_INVALID_VALUE', 'size', { size: 64 }],
        ['CL_INVALID_VALUE', 'svm_ptr', { svmPtr: svmOf(here).at(960) }],
      ]
    },
  )

  it('fills in the size: from svm_ptr to the end of its allocation', () => {
    const world = commandWorld()
    const svmPtr = svmOf(world.here).at(24)
    const asked = new Uint16Array([0x0201, 0x0403])
    expect(check({ ...base(world), svmPtr, pattern: asked, size: undefined })).toEqual(
      right({ _tag: 'SvmMemFill', svmPtr, pattern: new Uint8Array(asked.buffer), size: 1000 }),
    )
  })
})
