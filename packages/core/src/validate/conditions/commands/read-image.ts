import { bufferStore } from './buffer-conditions.ts'
import type { ConditionTable } from '../condition.ts'
import {
  boxConditions,
  IMAGE_SUPPORT_CONDITION,
  imageContext,
  imageDeviceConditions,
  imageLive,
  pitchConditions,
} from './image-conditions.ts'
import {
  BLOCKING_CONDITION,
  HOST_MEMORY_CONDITIONS,
  QUEUE_CONDITION,
  RESOURCE_CONDITIONS,
  RESULT_CONDITION,
  SIZE_CONDITION,
  WAIT_LIST_CONDITIONS,
} from '../shared-conditions.ts'

export const READ_IMAGE = {
  command: 'ReadImage',
  function: 'clEnqueueReadImage',
  conditions: [
    QUEUE_CONDITION,
    imageContext('image'),
    imageLive('image'),
    ...boxConditions('image', 'origin'),
    {
      id: 'slice-pitch-unused',
      code: 'CL_INVALID_VALUE',
      when: 'slice_pitch is not 0 for a 1D, 1D_BUFFER or 2D image',
      checked: 'host',
    },
    {
      id: 'ptr-null',
      code: 'CL_INVALID_VALUE',
      when: 'ptr is null; without one the library allocates',
      checked: 'host',
    },
    ...WAIT_LIST_CONDITIONS,
    ...imageDeviceConditions('image'),
    BLOCKING_CONDITION,
    bufferStore('image'),
    IMAGE_SUPPORT_CONDITION,
    {
      id: 'host-access',
      code: 'CL_INVALID_OPERATION',
      when: 'image was created with HOST_WRITE_ONLY or HOST_NO_ACCESS',
      checked: 'host',
    },
    ...RESOURCE_CONDITIONS,
    SIZE_CONDITION,
    ...pitchConditions('row_pitch', 'slice_pitch'),
    ...HOST_MEMORY_CONDITIONS,
    RESULT_CONDITION,
  ],
} as const satisfies ConditionTable
