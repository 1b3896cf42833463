import type { Condition } from '../condition.ts'

// Conditions that come once per buffer of a command, under the buffer's name.

type BufferName = 'buffer' | 'src_buffer' | 'dst_buffer'

export const bufferContext = <const Name extends BufferName>(name: Name) =>
  ({
    id: `${name}-context`,
    code: 'CL_INVALID_CONTEXT',
    when: `${name} is of another context than command_queue`,
    checked: 'host',
  }) as const satisfies Condition

export const bufferLive = <const Name extends BufferName>(name: Name) =>
  ({
    id: `${name}-live`,
    code: 'CL_INVALID_MEM_OBJECT',
    when: `${name} is not a live buffer`,
    checked: 'host',
  }) as const satisfies Condition

export const bufferAlignment = <const Name extends BufferName>(name: Name) =>
  ({
    id: `${name}-misaligned`,
    code: 'CL_MISALIGNED_SUB_BUFFER_OFFSET',
    when: `${name} is a sub-buffer whose origin is not a multiple of the memory alignment of the queue's device`,
    checked: 'host',
  }) as const satisfies Condition

export const bufferStore = <const Name extends string>(name: Name) =>
  ({
    id: `${name}-store`,
    code: 'CL_MEM_OBJECT_ALLOCATION_FAILURE',
    when: `the device has no memory for ${name.replaceAll('-or-', ' or ')}`,
    checked: 'device',
    why: 'a driver may allocate memory objects late',
  }) as const satisfies Condition
