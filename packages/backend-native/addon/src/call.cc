#include "call.h"

namespace rxcl {

cl_int make_call(const Library& library, const Call& call, cl_uint wait_count, const cl_event* waits, cl_event* event) {
  const Area& area = call.area;
  switch (call.op) {
    case kWriteBuffer:
      return library.clEnqueueWriteBuffer(call.queue, call.mem, 0, call.offset, call.size, call.memory, wait_count,
                                          waits, event);
    case kReadBuffer:
      return library.clEnqueueReadBuffer(call.queue, call.mem, 0, call.offset, call.size, call.memory, wait_count,
                                         waits, event);
    case kCopyBuffer:
      return library.clEnqueueCopyBuffer(call.queue, call.mem, call.dst, call.offset, call.dst_offset, call.size,
                                         wait_count, waits, event);
    case kWriteImage:
      return library.clEnqueueWriteImage(call.queue, call.mem, 0, area.origin, area.region, call.row_pitch,
                                         call.slice_pitch, call.memory, wait_count, waits, event);
    case kReadImage:
      return library.clEnqueueReadImage(call.queue, call.mem, 0, area.origin, area.region, call.row_pitch,
                                        call.slice_pitch, call.memory, wait_count, waits, event);
    case kCopyImageToBuffer:
      return library.clEnqueueCopyImageToBuffer(call.queue, call.mem, call.dst, area.origin, area.region,
                                                call.dst_offset, wait_count, waits, event);
    case kCopyBufferToImage:
      return library.clEnqueueCopyBufferToImage(call.queue, call.mem, call.dst, call.offset, area.origin, area.region,
                                                wait_count, waits, event);
    case kSvmMemcpy:
      return library.clEnqueueSVMMemcpy(call.queue, 0, call.dst_memory, call.memory, call.size, wait_count, waits,
                                        event);
    case kMarker:
      return library.clEnqueueMarkerWithWaitList(call.queue, wait_count, waits, event);
    case kBarrier:
      return library.clEnqueueBarrierWithWaitList(call.queue, wait_count, waits, event);
  }
  return kInvalidValue;
}

}  // namespace rxcl
