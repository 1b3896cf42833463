import type { SpecFacts } from './spec-facts.ts'

/** Of the functions that answer queries. */
export const QUERY_FACTS: SpecFacts = {
  clGetSupportedImageFormats: {
    CL_INVALID_CONTEXT: 1,
    CL_INVALID_VALUE: 3,
    CL_OUT_OF_HOST_MEMORY: 1,
    CL_OUT_OF_RESOURCES: 1,
  },
  clGetCommandQueueInfo: {
    CL_INVALID_COMMAND_QUEUE: 2,
    CL_INVALID_VALUE: 2,
    CL_OUT_OF_HOST_MEMORY: 1,
    CL_OUT_OF_RESOURCES: 1,
  },
  clGetMemObjectInfo: {
    CL_INVALID_MEM_OBJECT: 1,
    CL_INVALID_VALUE: 2,
    CL_OUT_OF_HOST_MEMORY: 1,
    CL_OUT_OF_RESOURCES: 1,
  },
  clGetImageInfo: {
    CL_INVALID_MEM_OBJECT: 1,
    CL_INVALID_VALUE: 2,
    CL_OUT_OF_HOST_MEMORY: 1,
    CL_OUT_OF_RESOURCES: 1,
  },
  clGetEventInfo: {
    CL_INVALID_EVENT: 1,
    CL_INVALID_VALUE: 3,
    CL_OUT_OF_HOST_MEMORY: 1,
    CL_OUT_OF_RESOURCES: 1,
  },
  clGetEventProfilingInfo: {
    CL_INVALID_EVENT: 1,
    CL_INVALID_VALUE: 2,
    CL_OUT_OF_HOST_MEMORY: 1,
    CL_OUT_OF_RESOURCES: 1,
    CL_PROFILING_INFO_NOT_AVAILABLE: 4,
  },
}
