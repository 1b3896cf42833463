import { bufferStore } from './buffer-conditions.ts'
import type { Condition, ConditionTable } from '../condition.ts'
import { IMAGE_SUPPORT_CONDITION, imageContext, imageLive } from './image-conditions.ts'
import { QUEUE_CONDITION, RESOURCE_CONDITIONS, WAIT_LIST_CONDITIONS } from '../shared-conditions.ts'

/** What the C text says of each image, and what it says of both in one sentence. */
const BOX_CONDITIONS = [
  { id: 'src-origin-null', code: 'CL_INVALID_VALUE', when: 'src_origin is missing', checked: 'host' },
  { id: 'dst-origin-null', code: 'CL_INVALID_VALUE', when: 'dst_origin is missing', checked: 'host' },
  {
    id: 'region-null',
    code: 'CL_INVALID_VALUE',
    when: 'region is null; without one the box reaches to the far corner of src_image',
    checked: 'host',
  },
  { id: 'src-box-outside', code: 'CL_INVALID_VALUE', when: 'the box leaves src_image', checked: 'host' },
  { id: 'dst-box-outside', code: 'CL_INVALID_VALUE', when: 'the box leaves dst_image', checked: 'host' },
  {
    id: 'src-box-shape',
    code: 'CL_INVALID_VALUE',
    when: 'src_origin is not 0 or region not 1 along an axis that src_image does not have, or region is 0 along any',
    checked: 'host',
  },
  {
    id: 'dst-box-shape',
    code: 'CL_INVALID_VALUE',
    when: 'dst_origin is not 0 or region not 1 along an axis that dst_image does not have',
    checked: 'host',
    partOf: 'src-box-shape',
  },
] as const satisfies readonly Condition[]

const DEVICE_CONDITIONS = [
  {
    id: 'src-size-unsupported',
    code: 'CL_INVALID_IMAGE_SIZE',
    when: "src_image is larger than the queue's device takes",
    checked: 'host',
  },
  {
    id: 'dst-size-unsupported',
    code: 'CL_INVALID_IMAGE_SIZE',
    when: "dst_image is larger than the queue's device takes",
    checked: 'host',
    partOf: 'src-size-unsupported',
  },
  {
    id: 'src-format-unsupported',
    code: 'CL_IMAGE_FORMAT_NOT_SUPPORTED',
    when: "src_image has a format that the queue's device does not have for its type",
    checked: 'host',
  },
  {
    id: 'dst-format-unsupported',
    code: 'CL_IMAGE_FORMAT_NOT_SUPPORTED',
    when: "dst_image has a format that the queue's device does not have for its type",
    checked: 'host',
    partOf: 'src-format-unsupported',
  },
] as const satisfies readonly Condition[]

export const COPY_IMAGE = {
  command: 'CopyImage',
  function: 'clEnqueueCopyImage',
  conditions: [
    QUEUE_CONDITION,
    imageContext('src_image'),
    imageContext('dst_image'),
    imageLive('src_image'),
    imageLive('dst_image'),
    {
      id: 'format-mismatch',
      code: 'CL_IMAGE_FORMAT_MISMATCH',
      when: 'src_image and dst_image have different formats',
      checked: 'host',
    },
    ...BOX_CONDITIONS,
    ...WAIT_LIST_CONDITIONS,
    ...DEVICE_CONDITIONS,
    {
      id: 'overlap-same-image',
      code: 'CL_MEM_COPY_OVERLAP',
      when: 'src_image and dst_image are the same image and the boxes overlap',
      checked: 'host',
    },
    {
      id: 'overlap-shared-buffer',
      code: 'CL_MEM_COPY_OVERLAP',
      when: 'src_image and dst_image are made from one buffer, or from parts of one, and the boxes overlap in it',
      checked: 'host',
      beyondSpec: true,
      why: 'the same bytes are read and written, as within one image',
    },
    bufferStore('src_image-or-dst_image'),
    IMAGE_SUPPORT_CONDITION,
    ...RESOURCE_CONDITIONS,
  ],
} as const satisfies ConditionTable
