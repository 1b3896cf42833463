import { bufferStore } from './buffer-conditions.ts'
import type { ConditionTable } from '../condition.ts'
import {
  boxConditions,
  IMAGE_SUPPORT_CONDITION,
  imageContext,
  imageDeviceConditions,
  imageLive,
} from './image-conditions.ts'
import { QUEUE_CONDITION, RESOURCE_CONDITIONS, WAIT_LIST_CONDITIONS } from '../shared-conditions.ts'
import { versionCondition } from '../version-condition.ts'

export const FILL_IMAGE = {
  command: 'FillImage',
  function: 'clEnqueueFillImage',
  conditions: [
    QUEUE_CONDITION,
    imageContext('image'),
    imageLive('image'),
    { id: 'fill-color-null', code: 'CL_INVALID_VALUE', when: 'fill_color is missing', checked: 'host' },
    ...boxConditions('image', 'origin'),
    ...WAIT_LIST_CONDITIONS,
    ...imageDeviceConditions('image'),
    bufferStore('image'),
    IMAGE_SUPPORT_CONDITION,
    ...RESOURCE_CONDITIONS,
    versionCondition('1.2'),
    {
      id: 'fill-color-shape',
      code: 'CL_INVALID_VALUE',
      when: 'fill_color is not an array of four numbers, or of one for CL_DEPTH',
      checked: 'host',
      beyondSpec: true,
      why: 'C reads as many as the format has',
    },
    {
      id: 'fill-color-range',
      code: 'CL_INVALID_VALUE',
      when: 'a component of fill_color is no 32-bit integer, signed or not, as the data type of image asks',
      checked: 'host',
      beyondSpec: true,
      why: 'cl_int and cl_uint have no other values',
    },
  ],
} as const satisfies ConditionTable
