import { bufferAlignment, bufferContext, bufferLive, bufferStore } from './buffer-conditions.ts'
import type { ConditionTable } from '../condition.ts'
import {
  boxConditions,
  IMAGE_SUPPORT_CONDITION,
  imageContext,
  imageDeviceConditions,
  imageLive,
  sameMemory,
} from './image-conditions.ts'
import { QUEUE_CONDITION, RESOURCE_CONDITIONS, SIZE_CONDITION, WAIT_LIST_CONDITIONS } from '../shared-conditions.ts'

export const COPY_IMAGE_TO_BUFFER = {
  command: 'CopyImageToBuffer',
  function: 'clEnqueueCopyImageToBuffer',
  conditions: [
    QUEUE_CONDITION,
    imageContext('src_image'),
    bufferContext('dst_buffer'),
    imageLive('src_image'),
    bufferLive('dst_buffer'),
    sameMemory('src_image', 'dst_buffer'),
    ...boxConditions('src_image', 'src_origin'),
    {
      id: 'buffer-range',
      code: 'CL_INVALID_VALUE',
      when: 'the packed bytes of the box from dst_offset reach past the end of dst_buffer',
      checked: 'host',
    },
    ...WAIT_LIST_CONDITIONS,
    bufferAlignment('dst_buffer'),
    ...imageDeviceConditions('src_image'),
    bufferStore('src_image'),
    bufferStore('dst_buffer'),
    IMAGE_SUPPORT_CONDITION,
    ...RESOURCE_CONDITIONS,
    SIZE_CONDITION,
  ],
} as const satisfies ConditionTable
