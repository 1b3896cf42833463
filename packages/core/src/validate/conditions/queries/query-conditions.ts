import type { Condition } from '../condition.ts'

// Conditions that the queries share.

/** Of queries that this library answers from what it knows. */
export const QUERY_RESOURCE_CONDITIONS = [
  {
    id: 'device-resources',
    code: 'CL_OUT_OF_RESOURCES',
    when: 'the device has not the resources that the call needs',
    checked: 'not-expressible',
    why: 'no device is asked',
  },
  {
    id: 'host-resources',
    code: 'CL_OUT_OF_HOST_MEMORY',
    when: 'the host has not the resources that the call needs',
    checked: 'not-expressible',
    why: 'no driver is asked',
  },
] as const satisfies readonly Condition[]

/** Of queries that name one fact in C. */
export const PARAM_CONDITIONS = [
  {
    id: 'param-name',
    code: 'CL_INVALID_VALUE',
    when: 'param_name is not known',
    checked: 'not-expressible',
    why: 'the answer has all facts',
  },
  {
    id: 'param-size',
    code: 'CL_INVALID_VALUE',
    when: 'param_value has too few bytes',
    checked: 'not-expressible',
    why: 'the answer is an object of its own',
  },
] as const satisfies readonly Condition[]
