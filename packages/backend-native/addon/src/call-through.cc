#include "call.h"

namespace rxcl {

cl_int make_through_call(const Library& library, const Call& call, cl_uint wait_count, const cl_event* waits,
                         cl_event* event) {
  const Area& area = call.area;
  cl_int status = kSuccess;
  const cl_mem between =
      library.clCreateBuffer(static_cast<cl_context>(call.memory), kMemReadWrite, call.size, nullptr, &status);
  if (status != kSuccess) return status;
  cl_event there = nullptr;
  status = library.clEnqueueCopyImageToBuffer(call.queue, call.mem, between, area.origin, area.region, 0, wait_count,
                                              waits, &there);
  if (status == kSuccess) {
    status = library.clEnqueueCopyBufferToImage(call.queue, between, call.dst, 0, call.details->dst_origin, area.region,
                                                1, &there, event);
    library.clReleaseEvent(there);
  }
  // The commands keep it.
  library.clReleaseMemObject(between);
  return status;
}

}  // namespace rxcl
