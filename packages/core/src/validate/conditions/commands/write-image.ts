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
  SIZE_CONDITION,
  WAIT_LIST_CONDITIONS,
} from '../shared-conditions.ts'

export const WRITE_IMAGE = {
  command: 'WriteImage',
  function: 'clEnqueueWriteImage',
  conditions: [
    QUEUE_CONDITION,
    imageContext('image'),
    imageLive('image'),
    ...boxConditions('image', 'origin'),
    {
      id: 'slice-pitch-unused',
      code: 'CL_INVALID_VALUE',
      when: 'input_slice_pitch is not 0 for a 1D, 1D_BUFFER or 2D image',
      checked: 'host',
    },
    { id: 'ptr-null', code: 'CL_INVALID_VALUE', when: 'ptr is missing', checked: 'host' },
    ...WAIT_LIST_CONDITIONS,
    ...imageDeviceConditions('image'),
    BLOCKING_CONDITION,
    bufferStore('image'),
    IMAGE_SUPPORT_CONDITION,
    {
      id: 'host-access',
      code: 'CL_INVALID_OPERATION',
      when: 'image was created with HOST_READ_ONLY or HOST_NO_ACCESS',
      checked: 'host',
    },
    ...RESOURCE_CONDITIONS,
    SIZE_CONDITION,
    ...pitchConditions('input_row_pitch', 'input_slice_pitch'),
    ...HOST_MEMORY_CONDITIONS,
  ],
} as const satisfies ConditionTable
