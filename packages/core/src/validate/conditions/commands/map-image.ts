import { bufferStore } from './buffer-conditions.ts'
import type { ConditionTable } from '../condition.ts'
import {
  boxConditions,
  IMAGE_SUPPORT_CONDITION,
  imageContext,
  imageDeviceConditions,
  imageLive,
} from './image-conditions.ts'
import { mapAccessConditions, mapConflict, mapFailure, mapFlagsCondition } from './map-conditions.ts'
import { BLOCKING_CONDITION, QUEUE_CONDITION, RESOURCE_CONDITIONS, WAIT_LIST_CONDITIONS } from '../shared-conditions.ts'

export const MAP_IMAGE = {
  command: 'MapImage',
  function: 'clEnqueueMapImage',
  conditions: [
    QUEUE_CONDITION,
    imageContext('image'),
    imageLive('image'),
    ...boxConditions('image', 'origin'),
    mapFlagsCondition('map_flags'),
    {
      id: 'row-pitch-null',
      code: 'CL_INVALID_VALUE',
      when: 'the pointer for the row pitch is NULL',
      checked: 'not-expressible',
      why: 'the mapping has the pitch',
    },
    {
      id: 'slice-pitch-null-array',
      code: 'CL_INVALID_VALUE',
      when: 'the pointer for the slice pitch of an array is NULL',
      checked: 'not-expressible',
      why: 'the mapping has the pitch',
    },
    {
      id: 'slice-pitch-null-3d',
      code: 'CL_INVALID_VALUE',
      when: 'the pointer for the slice pitch of a 3D image is NULL',
      checked: 'not-expressible',
      why: 'the mapping has the pitch',
    },
    ...WAIT_LIST_CONDITIONS,
    ...imageDeviceConditions('image'),
    mapFailure('image'),
    BLOCKING_CONDITION,
    bufferStore('image'),
    IMAGE_SUPPORT_CONDITION,
    ...mapAccessConditions('image'),
    mapConflict('image'),
    ...RESOURCE_CONDITIONS,
  ],
} as const satisfies ConditionTable
