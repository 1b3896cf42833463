import type { ConditionTable } from '../../src/validate/conditions/condition.ts'
import type { CreationWorld } from './flag-cases.ts'
import { detached, growable, resizable } from './objects.ts'
import { specifyFaults, specifyLegal, type Case, type Specification } from './specification.ts'

const asked = () => ({ flags: ['COPY_HOST_PTR'] })

/** The cases of the conditions of `hostPtr`, in a call that makes an object of `bytes` bytes. */
export const hostPtrCases = (bytes: number) => {
  const row = {
    parameter: 'host_ptr',
    given: asked,
    vary: 'hostPtr',
    control: () => new Uint8Array(bytes),
  } as const
  return {
    'host-ptr-missing': { ...row, fault: () => undefined },
    'host-ptr-unused': {
      parameter: 'host_ptr',
      given: () => ({ hostPtr: new Uint8Array(bytes) }),
      vary: 'flags',
      fault: () => ['ALLOC_HOST_PTR'],
      control: () => ['ALLOC_HOST_PTR', 'COPY_HOST_PTR'],
    },
    'host-ptr-kind': { ...row, fault: () => Array(bytes).fill(0) },
    'host-ptr-resizable': { ...row, fault: () => resizable(bytes) },
    'host-ptr-detached': { ...row, fault: () => detached(bytes) },
    'host-ptr-too-short': { ...row, fault: () => new Uint8Array(bytes - 1) },
  } as const satisfies Record<string, Case<CreationWorld>>
}

/** What every call with `hostPtr` says of other memory and of the other flag. */
export const specifyHostPtr = (
  spec: Omit<Specification<ConditionTable, CreationWorld>, 'cases'>,
  bytes: number,
): void => {
  const hostPtr = {
    parameter: 'host_ptr',
    given: asked,
    vary: 'hostPtr',
    control: () => new Uint8Array(bytes),
  }
  specifyFaults(spec, [
    ['null where COPY_HOST_PTR asks for memory', 'CL_INVALID_HOST_PTR', { ...hostPtr, fault: () => null }],
    ['a bare ArrayBuffer as host_ptr', 'CL_INVALID_HOST_PTR', { ...hostPtr, fault: () => new ArrayBuffer(bytes) }],
    ['a growable SharedArrayBuffer as host_ptr', 'CL_INVALID_HOST_PTR', { ...hostPtr, fault: () => growable(bytes) }],
    [
      'no host_ptr with USE_HOST_PTR',
      'CL_INVALID_HOST_PTR',
      { ...hostPtr, given: () => ({ flags: ['USE_HOST_PTR'] }), fault: () => undefined },
    ],
    [
      'host_ptr without flags',
      'CL_INVALID_HOST_PTR',
      { ...hostPtr, given: () => ({ flags: undefined }), fault: () => new Uint8Array(bytes), control: () => undefined },
    ],
    [
      'USE_HOST_PTR with COPY_HOST_PTR',
      'CL_INVALID_VALUE',
      {
        parameter: 'flags',
        given: () => ({ hostPtr: new Uint8Array(bytes) }),
        vary: 'flags',
        fault: () => ['USE_HOST_PTR', 'COPY_HOST_PTR'],
        control: () => ['USE_HOST_PTR'],
      },
    ],
    [
      'USE_HOST_PTR with ALLOC_HOST_PTR',
      'CL_INVALID_VALUE',
      {
        parameter: 'flags',
        given: () => ({ hostPtr: new Uint8Array(bytes) }),
        vary: 'flags',
        fault: () => ['USE_HOST_PTR', 'ALLOC_HOST_PTR'],
        control: () => ['COPY_HOST_PTR', 'ALLOC_HOST_PTR'],
      },
    ],
  ])
  specifyLegal(spec, [
    ['a longer host_ptr', () => ({ ...asked(), hostPtr: new Uint8Array(bytes + 1) })],
    ['a SharedArrayBuffer', () => ({ ...asked(), hostPtr: new Uint8Array(new SharedArrayBuffer(bytes)) })],
    ['a DataView', () => ({ ...asked(), hostPtr: new DataView(new ArrayBuffer(bytes)) })],
    [
      'a view into the middle of a buffer',
      () => ({ ...asked(), hostPtr: new Uint8Array(new ArrayBuffer(2 * bytes), bytes) }),
    ],
  ])
}
