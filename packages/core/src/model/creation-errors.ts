import type { ErrorFor, UNNAMED_STATUS } from './cl-error.ts'

/** What only the driver can know when it makes an object. */
type DriverCode =
  | 'CL_MEM_OBJECT_ALLOCATION_FAILURE'
  | 'CL_OUT_OF_RESOURCES'
  | 'CL_OUT_OF_HOST_MEMORY'
  | typeof UNNAMED_STATUS

/** The Lefts of clCreateContext. */
export type CreateContextError = ErrorFor<
  | 'CL_INVALID_VALUE'
  | 'CL_INVALID_DEVICE'
  | 'CL_DEVICE_NOT_FOUND'
  | 'CL_DEVICE_NOT_AVAILABLE'
  | 'CL_PLATFORM_NOT_FOUND_KHR'
  | DriverCode
>
/** The Lefts of clGetDeviceIDs. */
export type DevicesError = ErrorFor<
  'CL_INVALID_VALUE' | 'CL_INVALID_DEVICE_TYPE' | 'CL_DEVICE_NOT_FOUND' | 'CL_PLATFORM_NOT_FOUND_KHR' | DriverCode
>
/** The Lefts of clCreateCommandQueueWithProperties. */
export type CreateQueueError = ErrorFor<
  'CL_INVALID_CONTEXT' | 'CL_INVALID_DEVICE' | 'CL_INVALID_VALUE' | 'CL_INVALID_QUEUE_PROPERTIES' | DriverCode
>
/** The Lefts of clCreateBuffer. */
export type CreateBufferError = ErrorFor<
  'CL_INVALID_CONTEXT' | 'CL_INVALID_VALUE' | 'CL_INVALID_BUFFER_SIZE' | 'CL_INVALID_HOST_PTR' | DriverCode
>
/** The Lefts of clCreateSubBuffer. */
export type CreateSubBufferError = ErrorFor<
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_INVALID_BUFFER_SIZE'
  | 'CL_MISALIGNED_SUB_BUFFER_OFFSET'
  | DriverCode
>
/** The Lefts of clCreateImage. */
export type CreateImageError = ErrorFor<
  | 'CL_INVALID_CONTEXT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_INVALID_IMAGE_FORMAT_DESCRIPTOR'
  | 'CL_INVALID_IMAGE_DESCRIPTOR'
  | 'CL_INVALID_IMAGE_SIZE'
  | 'CL_INVALID_HOST_PTR'
  | 'CL_IMAGE_FORMAT_NOT_SUPPORTED'
  | DriverCode
>
/** The Lefts of clGetSupportedImageFormats. */
export type SupportedImageFormatsError = ErrorFor<'CL_INVALID_CONTEXT' | 'CL_INVALID_VALUE'>
/** The Lefts of clSVMAlloc, which itself has no codes. */
export type SvmAllocError = ErrorFor<
  'CL_INVALID_CONTEXT' | 'CL_INVALID_OPERATION' | 'CL_INVALID_VALUE' | 'CL_INVALID_BUFFER_SIZE' | DriverCode
>
/** The Lefts of clCreateUserEvent. */
export type CreateUserEventError = ErrorFor<'CL_INVALID_CONTEXT' | 'CL_INVALID_OPERATION' | DriverCode>
/** The Lefts of clSetUserEventStatus. */
export type SetUserEventStatusError = ErrorFor<
  'CL_INVALID_EVENT' | 'CL_INVALID_VALUE' | 'CL_INVALID_OPERATION' | DriverCode
>
