/** The status codes that the emulator itself answers. */
export const STATUS = {
  CL_MEM_OBJECT_ALLOCATION_FAILURE: -4,
  CL_OUT_OF_RESOURCES: -5,
  CL_OUT_OF_HOST_MEMORY: -6,
  CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST: -14,
  CL_INVALID_VALUE: -30,
  CL_INVALID_DEVICE: -33,
} as const
