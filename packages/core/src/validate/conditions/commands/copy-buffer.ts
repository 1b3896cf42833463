import { bufferAlignment, bufferContext, bufferLive, bufferStore } from './buffer-conditions.ts'
import type { ConditionTable } from '../condition.ts'
import { QUEUE_CONDITION, RESOURCE_CONDITIONS, SIZE_CONDITION, WAIT_LIST_CONDITIONS } from '../shared-conditions.ts'

export const COPY_BUFFER = {
  command: 'CopyBuffer',
  function: 'clEnqueueCopyBuffer',
  conditions: [
    QUEUE_CONDITION,
    bufferContext('src_buffer'),
    bufferContext('dst_buffer'),
    bufferLive('src_buffer'),
    bufferLive('dst_buffer'),
    bufferAlignment('src_buffer'),
    bufferAlignment('dst_buffer'),
    {
      id: 'src-range',
      code: 'CL_INVALID_VALUE',
      when: 'size bytes from src_offset reach past the end of src_buffer',
      checked: 'host',
    },
    {
      id: 'dst-range',
      code: 'CL_INVALID_VALUE',
      when: 'size bytes from dst_offset reach past the end of dst_buffer',
      checked: 'host',
    },
    ...WAIT_LIST_CONDITIONS,
    {
      id: 'overlap-same-buffer',
      code: 'CL_MEM_COPY_OVERLAP',
      when: 'src_buffer and dst_buffer are the same buffer and the ranges overlap',
      checked: 'host',
    },
    {
      id: 'overlap-sub-buffers',
      code: 'CL_MEM_COPY_OVERLAP',
      when: 'src_buffer and dst_buffer are sub-buffers of one buffer and the ranges overlap in it',
      checked: 'host',
    },
    {
      id: 'overlap-parent',
      code: 'CL_MEM_COPY_OVERLAP',
      when: 'one buffer is a sub-buffer of the other and the ranges overlap in it',
      checked: 'host',
      beyondSpec: true,
      why: 'the same bytes are read and written, as between two sub-buffers',
    },
    bufferStore('src_buffer-or-dst_buffer'),
    ...RESOURCE_CONDITIONS,
    SIZE_CONDITION,
  ],
} as const satisfies ConditionTable
