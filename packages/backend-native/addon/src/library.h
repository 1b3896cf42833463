// An OpenCL library and its entry points.
#pragma once

#include "opencl.h"

namespace rxcl {

#define RXCL_WAITS cl_uint, const cl_event*, cl_event*

// Name, result, parameters. What OpenCL 1.0 has is needed.
#define RXCL_NEEDED(X)                                                                                              \
  X(clGetPlatformIDs, cl_int, (cl_uint, cl_platform_id*, cl_uint*))                                                 \
  X(clGetPlatformInfo, cl_int, (cl_platform_id, cl_uint, size_t, void*, size_t*))                                   \
  X(clGetDeviceIDs, cl_int, (cl_platform_id, cl_ulong, cl_uint, cl_device_id*, cl_uint*))                           \
  X(clGetDeviceInfo, cl_int, (cl_device_id, cl_uint, size_t, void*, size_t*))                                       \
  X(clCreateContext, cl_context, (const intptr_t*, cl_uint, const cl_device_id*, void*, void*, cl_int*))            \
  X(clRetainContext, cl_int, (cl_context))                                                                          \
  X(clReleaseContext, cl_int, (cl_context))                                                                         \
  X(clGetSupportedImageFormats, cl_int,                                                                             \
    (cl_context, cl_ulong, cl_uint, cl_uint, cl_image_format*, cl_uint*))                                           \
  X(clCreateCommandQueue, cl_command_queue, (cl_context, cl_device_id, cl_ulong, cl_int*))                          \
  X(clRetainCommandQueue, cl_int, (cl_command_queue))                                                               \
  X(clReleaseCommandQueue, cl_int, (cl_command_queue))                                                              \
  X(clFlush, cl_int, (cl_command_queue))                                                                            \
  X(clCreateBuffer, cl_mem, (cl_context, cl_ulong, size_t, void*, cl_int*))                                         \
  X(clRetainMemObject, cl_int, (cl_mem))                                                                            \
  X(clReleaseMemObject, cl_int, (cl_mem))                                                                           \
  X(clGetImageInfo, cl_int, (cl_mem, cl_uint, size_t, void*, size_t*))                                              \
  X(clGetEventInfo, cl_int, (cl_event, cl_uint, size_t, void*, size_t*))                                            \
  X(clGetEventProfilingInfo, cl_int, (cl_event, cl_uint, size_t, void*, size_t*))                                   \
  X(clReleaseEvent, cl_int, (cl_event))                                                                             \
  X(clEnqueueReadBuffer, cl_int, (cl_command_queue, cl_mem, cl_uint, size_t, size_t, void*, RXCL_WAITS))            \
  X(clEnqueueWriteBuffer, cl_int, (cl_command_queue, cl_mem, cl_uint, size_t, size_t, const void*, RXCL_WAITS))     \
  X(clEnqueueCopyBuffer, cl_int, (cl_command_queue, cl_mem, cl_mem, size_t, size_t, size_t, RXCL_WAITS))            \
  X(clEnqueueReadImage, cl_int,                                                                                     \
    (cl_command_queue, cl_mem, cl_uint, const size_t*, const size_t*, size_t, size_t, void*, RXCL_WAITS))           \
  X(clEnqueueWriteImage, cl_int,                                                                                    \
    (cl_command_queue, cl_mem, cl_uint, const size_t*, const size_t*, size_t, size_t, const void*, RXCL_WAITS))     \
  X(clEnqueueCopyImageToBuffer, cl_int,                                                                             \
    (cl_command_queue, cl_mem, cl_mem, const size_t*, const size_t*, size_t, RXCL_WAITS))                           \
  X(clEnqueueCopyBufferToImage, cl_int,                                                                             \
    (cl_command_queue, cl_mem, cl_mem, size_t, const size_t*, const size_t*, RXCL_WAITS))                           \
  X(clEnqueueCopyImage, cl_int,                                                                                     \
    (cl_command_queue, cl_mem, cl_mem, const size_t*, const size_t*, const size_t*, RXCL_WAITS))                    \
  X(clEnqueueMapBuffer, void*, (cl_command_queue, cl_mem, cl_uint, cl_ulong, size_t, size_t, RXCL_WAITS, cl_int*))  \
  X(clEnqueueMapImage, void*,                                                                                       \
    (cl_command_queue, cl_mem, cl_uint, cl_ulong, const size_t*, const size_t*, size_t*, size_t*, RXCL_WAITS,       \
     cl_int*))                                                                                                      \
  X(clEnqueueUnmapMemObject, cl_int, (cl_command_queue, cl_mem, void*, RXCL_WAITS))

// What came later may be missing. A loader may also export what the driver behind it does not have, so a call is made
// only where the device's version has it.
#define RXCL_LATER(X)                                                                                               \
  X(clCreateSubBuffer, cl_mem, (cl_mem, cl_ulong, cl_uint, const void*, cl_int*))                                   \
  X(clSetEventCallback, cl_int, (cl_event, cl_int, EventCallback, void*))                                           \
  X(clSetMemObjectDestructorCallback, cl_int, (cl_mem, DestructorCallback, void*))                                  \
  X(clEnqueueReadBufferRect, cl_int,                                                                                \
    (cl_command_queue, cl_mem, cl_uint, const size_t*, const size_t*, const size_t*, size_t, size_t, size_t,        \
     size_t, void*, RXCL_WAITS))                                                                                    \
  X(clEnqueueWriteBufferRect, cl_int,                                                                               \
    (cl_command_queue, cl_mem, cl_uint, const size_t*, const size_t*, const size_t*, size_t, size_t, size_t,        \
     size_t, const void*, RXCL_WAITS))                                                                              \
  X(clEnqueueCopyBufferRect, cl_int,                                                                                \
    (cl_command_queue, cl_mem, cl_mem, const size_t*, const size_t*, const size_t*, size_t, size_t, size_t, size_t, \
     RXCL_WAITS))                                                                                                   \
  X(clCreateSubDevices, cl_int, (cl_device_id, const intptr_t*, cl_uint, cl_device_id*, cl_uint*))                  \
  X(clReleaseDevice, cl_int, (cl_device_id))                                                                        \
  X(clEnqueueFillBuffer, cl_int, (cl_command_queue, cl_mem, const void*, size_t, size_t, size_t, RXCL_WAITS))       \
  X(clEnqueueFillImage, cl_int,                                                                                     \
    (cl_command_queue, cl_mem, const void*, const size_t*, const size_t*, RXCL_WAITS))                              \
  X(clEnqueueMigrateMemObjects, cl_int, (cl_command_queue, cl_uint, const cl_mem*, cl_ulong, RXCL_WAITS))           \
  X(clCreateImage, cl_mem, (cl_context, cl_ulong, const cl_image_format*, const cl_image_desc*, void*, cl_int*))    \
  X(clEnqueueMarkerWithWaitList, cl_int, (cl_command_queue, RXCL_WAITS))                                            \
  X(clEnqueueBarrierWithWaitList, cl_int, (cl_command_queue, RXCL_WAITS))                                           \
  X(clCreateCommandQueueWithProperties, cl_command_queue, (cl_context, cl_device_id, const cl_ulong*, cl_int*))     \
  X(clSVMAlloc, void*, (cl_context, cl_ulong, size_t, cl_uint))                                                     \
  X(clSVMFree, void, (cl_context, void*))                                                                           \
  X(clEnqueueSVMMemcpy, cl_int, (cl_command_queue, cl_uint, void*, const void*, size_t, RXCL_WAITS))                \
  X(clEnqueueSVMMemFill, cl_int, (cl_command_queue, void*, const void*, size_t, size_t, RXCL_WAITS))                \
  X(clEnqueueSVMMap, cl_int, (cl_command_queue, cl_uint, cl_ulong, void*, size_t, RXCL_WAITS))                      \
  X(clEnqueueSVMUnmap, cl_int, (cl_command_queue, void*, RXCL_WAITS))                                               \
  X(clEnqueueSVMMigrateMem, cl_int,                                                                                 \
    (cl_command_queue, cl_uint, const void**, const size_t*, cl_ulong, RXCL_WAITS))

struct Library {
#define RXCL_FIELD(name, result, parameters) result(RXCL_CALL* name) parameters = nullptr;
  RXCL_NEEDED(RXCL_FIELD)
  RXCL_LATER(RXCL_FIELD)
#undef RXCL_FIELD
};

// Opens a library, or finds it open: one is opened once per process and never closed, as a driver's threads may run for
// ever. `name` null means the system's. Answers null and writes a sentence where it cannot be opened.
const Library* open_library(const char* name, char* message, size_t message_size);

// Held around what may initialise a driver: several threads at once in there fail on PoCL.
class DriverLock {
 public:
  DriverLock();
  ~DriverLock();
  DriverLock(const DriverLock&) = delete;
  DriverLock& operator=(const DriverLock&) = delete;
};

}  // namespace rxcl
