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

export const COPY_BUFFER_TO_IMAGE = {
  command: 'CopyBufferToImage',
  function: 'clEnqueueCopyBufferToImage',
  conditions: [
    QUEUE_CONDITION,
    bufferContext('src_buffer'),
    imageContext('dst_image'),
    bufferLive('src_buffer'),
    imageLive('dst_image'),
    sameMemory('dst_image', 'src_buffer'),
    ...boxConditions('dst_image', 'dst_origin'),
    {
      id: 'buffer-range',
      code: 'CL_INVALID_VALUE',
      when: 'the packed bytes of the box from src_offset reach past the end of src_buffer',
      checked: 'host',
    },
    ...WAIT_LIST_CONDITIONS,
    bufferAlignment('src_buffer'),
    ...imageDeviceConditions('dst_image'),
    bufferStore('src_buffer'),
    bufferStore('dst_image'),
    IMAGE_SUPPORT_CONDITION,
    ...RESOURCE_CONDITIONS,
    SIZE_CONDITION,
  ],
} as const satisfies ConditionTable
