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
      when: 'the row pitch of a 2D image made from a buffer is not aligned for every device of the context with images',
      checked: 'host',
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
      when:
        'a 1D_BUFFER image has no buffer, another than a 1D_BUFFER or 2D image has one, ' +
        'or the buffer is not a live one of the context',
      checked: 'host',
      partOf: 'desc',
    },
    {
      id: 'desc-2d-from-buffer',
      code: 'CL_INVALID_IMAGE_DESCRIPTOR',
      when: 'a 2D image has a buffer and a device of the context with images makes none from buffers',
      checked: 'host',
      partOf: 'desc',
    },
    {
      id: 'desc-row-pitch',
      code: 'CL_INVALID_IMAGE_DESCRIPTOR',
      when:
        'rowPitch is given for memory of the image or a 1D_BUFFER image, is less than a row, ' +
        'or is no multiple of the bytes of a pixel',
      checked: 'host',
      partOf: 'desc',
    },
    {
      id: 'desc-slice-pitch',
      code: 'CL_INVALID_IMAGE_DESCRIPTOR',
      when:
        'slicePitch is given without host_ptr or for a type without slices, is less than a slice, ' +
        'or is no multiple of the row pitch',
      checked: 'host',
      partOf: 'desc',
    },
    {
      id: 'buffer-start',
      code: 'CL_INVALID_IMAGE_FORMAT_DESCRIPTOR',
      when:
        'the buffer behind a 2D image starts in its parent or in host memory where some device of the context ' +
        'with images cannot begin one',
      checked: 'host',
      partOf: 'buffer-pitch',
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
      when: 'the buffer behind an image has fewer bytes than its rows',
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
