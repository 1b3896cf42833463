import { SvmPointerObject, type SvmObject } from '../../src/model/svm.ts'
import type { ConditionTable } from '../../src/validate/conditions/condition.ts'
import type { CommandWorld } from './command-world.ts'
import { specifyNumbers } from './number-sweep.ts'
import { bufferOf, device, NO_SVM, queueOf, released, svmOf } from './objects.ts'
import { specifyFaults, type Case, type Specification } from './specification.ts'

export const SVM_SUPPORT_CASE = {
  'svm-support': {
    parameter: 'command_queue',
    vary: 'queue',
    fault: ({ here }) => queueOf(here, device({ svm: NO_SVM })),
    control: ({ here }) => queueOf(here, device({ svm: { ...NO_SVM, coarseGrainBuffer: true } })),
  },
} as const satisfies Record<string, Case<CommandWorld>>

const pointer = {
  parameter: 'svm_ptr',
  vary: 'svmPtr',
  control: ({ here }: CommandWorld) => svmOf(here).at(0),
}

/** The cases of a command with one pointer, whose base takes any. */
export const SVM_POINTER_CASES = {
  'svm_ptr-null': { ...pointer, fault: () => null },
  'svm_ptr-freed': { ...pointer, fault: ({ here }) => released(svmOf(here)).at(0) },
  'svm_ptr-context': { ...pointer, fault: ({ elsewhere }) => svmOf(elsewhere).at(0) },
} as const satisfies Record<string, Case<CommandWorld>>

const pointers = {
  parameter: 'svm_pointers',
  vary: 'svmPointers',
  control: ({ here }: CommandWorld) => [svmOf(here).at(0), svmOf(here).at(0)],
}

/** The cases of a command with several pointers. */
export const SVM_POINTERS_CASES = {
  'svm_pointers-empty': { ...pointers, fault: () => [] },
  'svm_pointers-null': { ...pointers, fault: () => null },
  'svm_pointers-entry': { ...pointers, fault: ({ here }) => [svmOf(here).at(0), null] },
  'svm_pointers-freed': { ...pointers, fault: ({ here }) => [svmOf(here).at(0), released(svmOf(here)).at(0)] },
  'svm_pointers-context': { ...pointers, fault: ({ here, elsewhere }) => [svmOf(here).at(0), svmOf(elsewhere).at(0)] },
} as const satisfies Record<string, Case<CommandWorld>>

type Spec = Omit<Specification<ConditionTable, CommandWorld>, 'cases'>

/** What is no pointer. */
const NO_POINTERS: readonly (readonly [name: string, value: (world: CommandWorld) => unknown])[] = [
  ['a buffer', ({ here }) => bufferOf(here)],
  ['host memory', () => new Uint8Array(64)],
  ['an allocation without at()', ({ here }) => svmOf(here)],
  [
    'an object that looks like a pointer',
    ({ here }) => ({ _tag: 'SvmPointer', allocation: svmOf(here), byteOffset: 0 }),
  ],
  ['a pointer into nothing', () => new SvmPointerObject(undefined as unknown as SvmObject, 0)],
  ['a pointer into a Proxy of an allocation', ({ here }) => new SvmPointerObject(new Proxy(svmOf(here), {}), 0)],
]

/** What every command with one pointer says of what is none. */
export const specifySvmPointer = (spec: Spec): void =>
  specifyFaults(
    spec,
    NO_POINTERS.map(([name, fault]) => [name, 'CL_INVALID_VALUE', { ...pointer, fault }]),
  )

/** What every command with several pointers says of what is none. */
export const specifySvmPointers = (spec: Spec): void => {
  specifyFaults(
    spec,
    NO_POINTERS.map(([name, fault]) => [
      `a list with ${name}`,
      'CL_INVALID_VALUE',
      { ...pointers, fault: (world) => [svmOf(world.here).at(0), fault(world)] },
    ]),
  )
  specifyFaults(spec, [
    ['one pointer without a list', 'CL_INVALID_VALUE', { ...pointers, fault: ({ here }) => svmOf(here).at(0) }],
    ['a hole', 'CL_INVALID_VALUE', { ...pointers, fault: () => Array(1) }],
  ])
}

/** The offset of the pointer refuses every value that is no size. */
export const specifySvmOffset = (spec: Spec): void =>
  specifyNumbers(
    {
      ...spec,
      base: (world) => ({ ...spec.base(world), memory: svmOf(world.here), offset: 0 }),
      check: ({ offset, memory, ...input }) =>
        spec.check({ ...input, svmPtr: new SvmPointerObject(memory as SvmObject, offset as number) }),
    },
    [{ key: 'offset', parameter: 'svm_ptr', control: 8 }],
  )
