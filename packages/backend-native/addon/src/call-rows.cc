#include <cstdlib>

#include "call.h"

namespace rxcl {

cl_int make_rows_call(const Library& library, const Call& call, cl_uint wait_count, const cl_event* waits,
                      cl_event* event) {
  const Details& details = *call.details;
  const size_t* region = call.area.region;
  const size_t* src = call.area.origin;
  const size_t* dst = details.dst_origin;
  auto* rows = static_cast<cl_event*>(malloc(region[1] * region[2] * sizeof(cl_event)));
  if (rows == nullptr) return kOutOfHostMemory;
  cl_uint count = 0;
  cl_int status = kSuccess;
  for (size_t z = 0; z < region[2] && status == kSuccess; z++) {
    for (size_t y = 0; y < region[1] && status == kSuccess; y++) {
      const size_t from = src[0] + (src[1] + y) * call.row_pitch + (src[2] + z) * call.slice_pitch;
      const size_t to = dst[0] + (dst[1] + y) * details.dst_row_pitch + (dst[2] + z) * details.dst_slice_pitch;
      status = library.clEnqueueCopyBuffer(call.queue, call.mem, call.dst, from, to, region[0], wait_count, waits,
                                           &rows[count]);
      if (status == kSuccess) count++;
    }
  }
  if (status == kSuccess) status = library.clEnqueueMarkerWithWaitList(call.queue, count, rows, event);
  for (cl_uint row = 0; row < count; row++) library.clReleaseEvent(rows[row]);
  free(rows);
  return status;
}

}  // namespace rxcl
