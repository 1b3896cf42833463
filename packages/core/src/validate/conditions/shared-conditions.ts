import type { Condition } from './condition.ts'

/** Of every command. */
export const QUEUE_CONDITION = {
  id: 'command-queue',
  code: 'CL_INVALID_COMMAND_QUEUE',
  when: 'command_queue is not a live command-queue of a live context',
  checked: 'host',
} as const satisfies Condition

/** Of every command. */
export const WAIT_LIST_CONDITIONS = [
  {
    id: 'wait-list-context',
    code: 'CL_INVALID_CONTEXT',
    when: 'an event of the wait list is of another context than command_queue',
    checked: 'host',
  },
  {
    id: 'wait-list-null',
    code: 'CL_INVALID_EVENT_WAIT_LIST',
    when: 'the pointer of the wait list is NULL while its count is not 0',
    checked: 'not-expressible',
    why: 'a wait list is one array, which carries its own length',
  },
  {
    id: 'wait-list-empty',
    code: 'CL_INVALID_EVENT_WAIT_LIST',
    when: 'the pointer of the wait list is given while its count is 0',
    checked: 'not-expressible',
    why: 'an empty array stands for no wait list',
  },
  {
    id: 'wait-list-entry',
    code: 'CL_INVALID_EVENT_WAIT_LIST',
    when: 'an entry of the wait list is not an event',
    checked: 'host',
  },
] as const satisfies readonly Condition[]

/** Of every call that needs memory of the device or the host. */
export const RESOURCE_CONDITIONS = [
  {
    id: 'device-resources',
    code: 'CL_OUT_OF_RESOURCES',
    when: 'the device has not the resources that the call needs',
    checked: 'device',
    why: 'only the driver knows',
  },
  {
    id: 'host-resources',
    code: 'CL_OUT_OF_HOST_MEMORY',
    when: 'the host has not the resources that the call needs',
    checked: 'device',
    why: 'only the driver knows',
  },
] as const satisfies readonly Condition[]

/** Of commands that can be told to block. */
export const BLOCKING_CONDITION = {
  id: 'blocking-wait-failed',
  code: 'CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST',
  when: 'the command blocks and an event of its wait list ends with a negative status',
  checked: 'device',
  why: 'no call blocks: the command is enqueued, and its event fails with this code when the awaited one has',
} as const satisfies Condition

/** Of commands with numbers. */
export const SIZE_CONDITION = {
  id: 'not-a-size',
  code: 'CL_INVALID_VALUE',
  when: 'a number is not a whole number from 0 to 2^53 - 1',
  checked: 'host',
  beyondSpec: true,
  why: 'size_t has no other values',
} as const satisfies Condition

/** Of commands with host memory behind `ptr`. */
export const HOST_MEMORY_CONDITIONS = [
  {
    id: 'ptr-kind',
    code: 'CL_INVALID_VALUE',
    when: 'ptr is not a typed array or DataView',
    checked: 'host',
    beyondSpec: true,
    why: 'nothing else has bytes',
  },
  {
    id: 'ptr-resizable',
    code: 'CL_INVALID_VALUE',
    when: 'ptr views a resizable ArrayBuffer or a growable SharedArrayBuffer',
    checked: 'host',
    beyondSpec: true,
    why: 'the memory could move or shrink while the command runs',
  },
  {
    id: 'ptr-detached',
    code: 'CL_INVALID_VALUE',
    when: 'ptr views a detached ArrayBuffer',
    checked: 'host',
    beyondSpec: true,
    why: 'it has no memory any more',
  },
  {
    id: 'ptr-too-short',
    code: 'CL_INVALID_VALUE',
    when: 'ptr has fewer bytes than the command moves',
    checked: 'host',
    beyondSpec: true,
    why: 'C cannot know the length, here it is known',
  },
] as const satisfies readonly Condition[]

/** Of reads. */
export const RESULT_CONDITION = {
  id: 'result-not-allocatable',
  code: 'CL_OUT_OF_HOST_MEMORY',
  when: 'ptr is not given and the host cannot allocate the result',
  checked: 'host',
  beyondSpec: true,
  why: 'the library allocates where C takes a pointer',
} as const satisfies Condition
