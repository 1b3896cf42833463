import { describe, expect, it } from 'vitest'
import { MappedObject } from '../../../src/model/mapped.ts'
import { svmRange } from '../../../src/model/memory-boxes.ts'
import type { SvmPointerObject } from '../../../src/model/svm.ts'
import { validateSvmUnmap } from '../../../src/validate/commands/svm-unmap.ts'
import { SVM_UNMAP } from '../../../src/validate/conditions/commands/svm-unmap.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { mapOfBuffer, mapOfSvm, unmapped } from '../mapping-world.ts'
import { bufferOf, device, eventOf, NO_SVM, queueOf, released, svmOf } from '../objects.ts'
import { rightOf, specifyConditions, specifyFaults, specifyLegal, type Case, type Input } from '../specification.ts'
import { SVM_POINTER_CASES, SVM_SUPPORT_CASE } from '../svm-cases.ts'
import { versionCase } from '../version-case.ts'

/** A pointer with an outstanding map. */
interface UnmapWorld extends CommandWorld {
  readonly pointer: SvmPointerObject
  readonly mapping: MappedObject
}
const mappedIn = (now: CommandWorld): UnmapWorld => {
  const pointer = svmOf(now.here).at(64)
  return { ...now, pointer, mapping: mapOfSvm(pointer) }
}
const world = (): UnmapWorld => mappedIn(commandWorld())

const check = checkWith('SvmUnmap', validateSvmUnmap)
const base = ({ queue, pointer, mapping }: UnmapWorld): Input => ({
  queue,
  waitList: [],
  svmPtr: pointer,
  mapped: mapping,
})
const spec = { table: SVM_UNMAP, world, base, check }
/** The same for the cases of every command, which have no pointer. */
const plain = { ...spec, world: commandWorld, base: (now: CommandWorld) => base(mappedIn(now)) }

const pointer: Pick<Case<UnmapWorld>, 'parameter' | 'vary' | 'control'> = {
  parameter: 'svm_ptr',
  vary: 'svmPtr',
  control: (now) => now.pointer,
}
const mapped: typeof pointer = { parameter: 'svm_ptr', vary: 'mapped', control: ({ mapping }) => mapping }

specifyConditions({
  ...spec,
  cases: {
    ...FACT_CASES,
    ...versionCase('1.2', '2.0'),
    ...SVM_SUPPORT_CASE,
    'svm_ptr-null': { ...SVM_POINTER_CASES['svm_ptr-null'], ...pointer },
    'svm_ptr-freed': { ...SVM_POINTER_CASES['svm_ptr-freed'], ...pointer },
    'svm_ptr-context': { ...SVM_POINTER_CASES['svm_ptr-context'], ...pointer },
    'svm_ptr-outstanding': {
      ...mapped,
      fault: (now) => unmapped(mapOfSvm(now.pointer.allocation.at(64), ['READ'])),
    },
  },
})

describe('the facts of SvmUnmap', () => specifyFacts(plain))

describe('SvmUnmap', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    [
      'a pointer beside the one that was mapped',
      'CL_INVALID_VALUE',
      { ...pointer, fault: (now) => now.pointer.allocation.at(65) },
    ],
    [
      'the same place of another allocation',
      'CL_INVALID_VALUE',
      { ...pointer, fault: ({ here }) => svmOf(here).at(64) },
    ],
    ['an allocation without at()', 'CL_INVALID_VALUE', { ...pointer, fault: (now) => now.pointer.allocation }],
    ['a map of a buffer', 'CL_INVALID_VALUE', { ...mapped, fault: ({ here }) => mapOfBuffer(bufferOf(here)) }],
    [
      'a map that was never enqueued',
      'CL_INVALID_VALUE',
      { ...mapped, fault: (now) => new MappedObject(now.pointer, ['READ'], svmRange(now.pointer, 64)) },
    ],
    ['a Proxy of the map', 'CL_INVALID_VALUE', { ...mapped, fault: ({ mapping }) => new Proxy(mapping, {}) }],
    ['no map', 'CL_INVALID_VALUE', { ...mapped, fault: () => null }],
  ])

  specifyLegal(spec, [
    ['another pointer to the byte that was mapped', (now) => ({ svmPtr: now.pointer.allocation.at(64) })],
  ])

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({
      queue: released(queueOf(here)),
      waitList: [eventOf(elsewhere), null],
      svmPtr: released(svmOf(here)).at(0),
      mapped: undefined,
    }),
    (now) => {
      const { here, elsewhere, queue, mapping } = now
      return [
        [
          'CL_INVALID_COMMAND_QUEUE',
          'command_queue',
          { queue: queueOf(here, device({ version: '1.2', svm: NO_SVM })) },
        ],
        ['CL_INVALID_VALUE', 'svm_ptr', { svmPtr: svmOf(elsewhere).at(0) }],
        ['CL_INVALID_CONTEXT', 'svm_ptr', { svmPtr: now.pointer }],
        ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
        ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [] }],
        ['CL_INVALID_OPERATION', 'command_queue', { queue: queueOf(here, device({ svm: NO_SVM })) }],
        ['CL_INVALID_OPERATION', 'command_queue', { queue }],
        ['CL_INVALID_VALUE', 'svm_ptr', { mapped: mapping }],
      ]
    },
  )

  it('takes the pointer and the mapping as they are, also before the map is complete', () => {
    const now = world()
    const valid = rightOf(check(base(now)))
    expect(valid['_tag']).toBe('SvmUnmap')
    expect(Object.is(valid['svmPtr'], now.pointer)).toBe(true)
    expect(Object.is(valid['mapping'], now.mapping)).toBe(true)
    expect(now.mapping.isMapped).toBe(false)
  })
})
