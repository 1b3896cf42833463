import type { ConditionTable } from '../condition.ts'
import { CONTEXT_CONDITION, FLAGS_CONDITION, FLAGS_VERSION_CONDITION } from './creation-conditions.ts'
import { QUERY_RESOURCE_CONDITIONS } from '../queries/query-conditions.ts'

export const SUPPORTED_IMAGE_FORMATS = {
  command: 'supportedImageFormats',
  function: 'clGetSupportedImageFormats',
  conditions: [
    CONTEXT_CONDITION,
    FLAGS_CONDITION,
    { id: 'type', code: 'CL_INVALID_VALUE', when: 'image_type is no type of image', checked: 'host' },
    {
      id: 'entries',
      code: 'CL_INVALID_VALUE',
      when: 'num_entries is 0 while image_formats is given',
      checked: 'not-expressible',
      why: 'the answer is an array of its own',
    },
    ...QUERY_RESOURCE_CONDITIONS,
    {
      id: 'desc',
      code: 'CL_INVALID_VALUE',
      when: 'the description is not an object',
      checked: 'host',
      beyondSpec: true,
      why: 'untyped programs can pass anything',
    },
    FLAGS_VERSION_CONDITION,
  ],
} as const satisfies ConditionTable
