import type { ClError } from '../model/cl-error.ts'

/** The Lefts of clGetMemObjectInfo. */
export type MemObjectInfoError = ClError<'CL_INVALID_MEM_OBJECT'>
/** The Lefts of clGetImageInfo. */
export type ImageInfoError = ClError<'CL_INVALID_MEM_OBJECT'>
/** The Lefts of clGetCommandQueueInfo. */
export type CommandQueueInfoError = ClError<'CL_INVALID_COMMAND_QUEUE'>
/** The Lefts of clGetEventInfo. */
export type EventInfoError = ClError<'CL_INVALID_EVENT'>
/** The Lefts of clGetEventProfilingInfo. */
export type EventProfilingInfoError = ClError<'CL_INVALID_EVENT'> | ClError<'CL_PROFILING_INFO_NOT_AVAILABLE'>
