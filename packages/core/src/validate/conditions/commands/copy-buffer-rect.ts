import { bufferAlignment, bufferContext, bufferLive, bufferStore } from './buffer-conditions.ts'
import type { ConditionTable } from '../condition.ts'
import { rectNullConditions, rectOutside, rectPitchConditions, REGION_ZERO_CONDITION } from './rect-conditions.ts'
import { QUEUE_CONDITION, RESOURCE_CONDITIONS, SIZE_CONDITION, WAIT_LIST_CONDITIONS } from '../shared-conditions.ts'
import { versionCondition } from '../version-condition.ts'

export const COPY_BUFFER_RECT = {
  command: 'CopyBufferRect',
  function: 'clEnqueueCopyBufferRect',
  conditions: [
    QUEUE_CONDITION,
    bufferContext('src_buffer'),
    bufferContext('dst_buffer'),
    bufferLive('src_buffer'),
    bufferLive('dst_buffer'),
    bufferAlignment('src_buffer'),
    bufferAlignment('dst_buffer'),
    ...rectNullConditions('src', 'dst'),
    rectOutside('src', 'src_buffer'),
    rectOutside('dst', 'dst_buffer'),
    REGION_ZERO_CONDITION,
    ...rectPitchConditions('src'),
    ...rectPitchConditions('dst'),
    {
      id: 'same-buffer-row-pitch',
      code: 'CL_INVALID_VALUE',
      when: 'src_buffer and dst_buffer are the same buffer and the row pitches in force differ',
      checked: 'host',
    },
    {
      id: 'same-buffer-slice-pitch',
      code: 'CL_INVALID_VALUE',
      when: 'src_buffer and dst_buffer are the same buffer and the slice pitches in force differ',
      checked: 'host',
    },
    ...WAIT_LIST_CONDITIONS,
    {
      id: 'overlap-same-buffer',
      code: 'CL_MEM_COPY_OVERLAP',
      when: 'src_buffer and dst_buffer are the same buffer and the boxes overlap',
      checked: 'host',
    },
    {
      id: 'overlap-sub-buffers',
      code: 'CL_MEM_COPY_OVERLAP',
      when: 'src_buffer and dst_buffer are sub-buffers of one buffer and the boxes overlap in it',
      checked: 'host',
    },
    {
      id: 'overlap-parent',
      code: 'CL_MEM_COPY_OVERLAP',
      when: 'one buffer is a sub-buffer of the other and the boxes overlap in it',
      checked: 'host',
      beyondSpec: true,
      why: 'the same bytes are read and written, as between two sub-buffers',
    },
    bufferStore('src_buffer-or-dst_buffer'),
    ...RESOURCE_CONDITIONS,
    versionCondition('1.1'),
    SIZE_CONDITION,
  ],
} as const satisfies ConditionTable
