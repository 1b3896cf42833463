import { bufferStore } from '../commands/buffer-conditions.ts'
import type { ConditionTable } from '../condition.ts'
import {
  CONTEXT_CONDITION,
  FLAGS_CONDITION,
  FLAGS_VERSION_CONDITION,
  HOST_PTR_CONDITIONS,
  PARENT_FLAGS_CONDITIONS,
  PROPERTY_CONDITIONS,
} from './creation-conditions.ts'
import { RESOURCE_CONDITIONS } from '../shared-conditions.ts'

export const CREATE_IMAGE = {
  command: 'createImage',
  function: 'clCreateImage',
  conditions: [
    CONTEXT_CONDITION,
    {
      id: 'image-support',
      code: 'CL_INVALID_OPERATION',
      when: 'no device of the context has image support',
      checked: 'host',
    },
    ...PROPERTY_CONDITIONS,
    FLAGS_CONDITION,
    ...PARENT_FLAGS_CONDITIONS,
    {
      id: 'format-null',
      code: 'CL_INVALID_IMAGE_FORMAT_DESCRIPTOR',
      when: 'format is missing or no object',
      checked: 'host',
    },
    {
      id: 'format-illegal',
      code: 'CL_INVALID_IMAGE_FORMAT_DESCRIPTOR',
      when: 'channelOrder and channelDataType are not known or not legal together',
      checked: 'host',
    },
    {
      id: 'buffer-pitch',
      code: 'CL_INVALID_IMAGE_FORMAT_DESCRIPTOR',
      when: 'a 2D image made from a buffer breaks the alignment rules of its pitch or base address',
      checked: 'not-expressible',
      why: '2D images are not made from buffers here',
    },
    {
      id: 'desc',
      code: 'CL_INVALID_IMAGE_DESCRIPTOR',
      when: 'the description is no object, or its type is not known',
      checked: 'host',
    },
    {
      id: 'size-unsupported',
      code: 'CL_INVALID_IMAGE_SIZE',
      when: 'a dimension is 0, or no device of the context takes images of this size',
      checked: 'host',
    },
    ...HOST_PTR_CONDITIONS,
    {
      id: 'format-unsupported',
      code: 'CL_IMAGE_FORMAT_NOT_SUPPORTED',
      when: 'no device of the context has images of this type in this format',
      checked: 'host',
    },
    bufferStore('image'),
    ...RESOURCE_CONDITIONS,
    {
      id: 'desc-dimension',
      code: 'CL_INVALID_IMAGE_DESCRIPTOR',
      when: 'a dimension of the type is not a whole number from 0 to 2^53 - 1, or one that it does not have is given',
      checked: 'host',
      partOf: 'desc',
    },
    {
      id: 'desc-buffer',
      code: 'CL_INVALID_IMAGE_DESCRIPTOR',
      when: 'a 1D_BUFFER image has no live buffer of the context, or another image has a buffer',
      checked: 'host',
      partOf: 'desc',
    },
    {
      id: 'format-depth',
      code: 'CL_INVALID_IMAGE_FORMAT_DESCRIPTOR',
      when: 'channelOrder is CL_DEPTH and the image is neither 2D nor 2D_ARRAY',
      checked: 'host',
      partOf: 'format-illegal',
    },
    {
      id: 'buffer-too-small',
      code: 'CL_INVALID_IMAGE_SIZE',
      when: 'the buffer behind a 1D_BUFFER image has fewer bytes than its pixels',
      checked: 'host',
      beyondSpec: true,
      why: 'the specification says so for images that an extension makes from buffers',
    },
    FLAGS_VERSION_CONDITION,
    {
      id: 'version',
      code: 'CL_INVALID_OPERATION',
      when: 'the image is neither 2D nor 3D and no device of the context has version 1.2',
      checked: 'host',
      beyondSpec: true,
      why: 'the other types came with version 1.2',
    },
  ],
} as const satisfies ConditionTable
