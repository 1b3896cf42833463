import type { ContextIdentity } from '../../src/model/context-identity.ts'
import type { MemFlag } from '../../src/model/mem-flag.ts'
import { bufferOf, context, device } from './objects.ts'
import type { Case } from './specification.ts'

/** A live context, a released one, and ones whose best device is old. */
export const creationWorld = () => ({
  here: context(device(), device()),
  elsewhere: context(device()),
  gone: { devices: [device()], released: true } satisfies ContextIdentity,
})
export type CreationWorld = ReturnType<typeof creationWorld>

const oldContexts = {
  '1.0': context(device({ version: '1.0' })),
  '1.1': context(device({ version: '1.1' })),
  '1.1 and 1.2': context(device({ version: '1.1' }), device({ version: '1.2' })),
  '1.0 and 1.1': context(device({ version: '1.0' }), device({ version: '1.1' })),
} as const

/** A context whose devices have these versions. */
export const contextOf = (versions: keyof typeof oldContexts) => oldContexts[versions]

export const CONTEXT_CASE = {
  parameter: 'context',
  vary: 'context',
  fault: ({ gone }) => gone,
  control: ({ here }) => here,
} as const satisfies Case<CreationWorld>

export const FLAGS_CASE = {
  parameter: 'flags',
  vary: 'flags',
  fault: () => ['READ_ONLY', 'WRITE_ONLY'],
  control: () => ['READ_ONLY'],
} as const satisfies Case<CreationWorld>

export type FlagFault = readonly [name: string, fault: unknown, control: unknown]

export const FLAG_FAULTS: readonly FlagFault[] = [
  ['an unknown flag', ['READ_ONLY', 'FAST'], ['READ_ONLY']],
  ['a C constant', ['CL_MEM_READ_ONLY'], ['READ_ONLY']],
  ['a flag of shared virtual memory', ['SVM_ATOMICS'], []],
  ['text', 'READ_ONLY', ['READ_ONLY']],
  ['null', null, undefined],
  ['a number', 4, []],
  ['READ_WRITE with WRITE_ONLY', ['READ_WRITE', 'WRITE_ONLY'], ['WRITE_ONLY']],
  ['two flags on access of the host', ['HOST_READ_ONLY', 'HOST_NO_ACCESS'], ['HOST_READ_ONLY']],
]

/** A parent's flag, a flag that its part may not have, and one that it may. */
export const PARENT_FAULTS = {
  'parent-write-only': ['WRITE_ONLY', 'READ_WRITE', 'WRITE_ONLY'],
  'parent-read-only': ['READ_ONLY', 'WRITE_ONLY', 'READ_ONLY'],
  'parent-host-write-only': ['HOST_WRITE_ONLY', 'HOST_READ_ONLY', 'HOST_WRITE_ONLY'],
  'parent-host-read-only': ['HOST_READ_ONLY', 'HOST_WRITE_ONLY', 'HOST_NO_ACCESS'],
  'parent-host-no-access': ['HOST_NO_ACCESS', 'HOST_READ_ONLY', 'HOST_NO_ACCESS'],
  'parent-host-ptr': ['READ_WRITE', 'ALLOC_HOST_PTR', 'READ_ONLY'],
} as const satisfies Record<string, readonly [MemFlag, MemFlag, MemFlag]>

/** The other forbidden pairs. */
export const MORE_PARENT_FAULTS = [
  ['WRITE_ONLY', 'READ_ONLY', 'WRITE_ONLY'],
  ['READ_ONLY', 'READ_WRITE', 'READ_ONLY'],
  ['HOST_NO_ACCESS', 'HOST_WRITE_ONLY', 'HOST_NO_ACCESS'],
  ['READ_WRITE', 'USE_HOST_PTR', 'READ_ONLY'],
  ['READ_WRITE', 'COPY_HOST_PTR', 'READ_ONLY'],
] as const satisfies readonly (readonly [MemFlag, MemFlag, MemFlag])[]

/** The case of a part of a buffer that has `had`; `key` is the field of that buffer. */
export const parentCase = (
  key: string,
  [had, fault, control]: readonly [MemFlag, MemFlag, MemFlag],
): Case<CreationWorld> => ({
  parameter: 'flags',
  given: ({ here }) => ({ [key]: bufferOf(here, 1024, [had]) }),
  vary: 'flags',
  fault: () => [fault],
  control: () => [control],
})

export const parentCases = (key: string) => ({
  'parent-write-only': parentCase(key, PARENT_FAULTS['parent-write-only']),
  'parent-read-only': parentCase(key, PARENT_FAULTS['parent-read-only']),
  'parent-host-write-only': parentCase(key, PARENT_FAULTS['parent-host-write-only']),
  'parent-host-read-only': parentCase(key, PARENT_FAULTS['parent-host-read-only']),
  'parent-host-no-access': parentCase(key, PARENT_FAULTS['parent-host-no-access']),
  'parent-host-ptr': parentCase(key, PARENT_FAULTS['parent-host-ptr']),
})
