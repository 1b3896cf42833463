#include "call.h"

namespace rxcl {

cl_int make_call(const Library& library, const Call& call, cl_uint wait_count, const cl_event* waits, cl_event* event) {
  const Area& area = call.area;
  // Null where the operation needs none.
  const Details* details = call.details;
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
    case kWriteBufferRect:
      return library.clEnqueueWriteBufferRect(call.queue, call.mem, 0, area.origin, details->dst_origin, area.region,
                                              call.row_pitch, call.slice_pitch, details->dst_row_pitch,
                                              details->dst_slice_pitch, call.memory, wait_count, waits, event);
    case kReadBufferRect:
      return library.clEnqueueReadBufferRect(call.queue, call.mem, 0, area.origin, details->dst_origin, area.region,
                                             call.row_pitch, call.slice_pitch, details->dst_row_pitch,
                                             details->dst_slice_pitch, call.memory, wait_count, waits, event);
    case kCopyBufferRect:
      return library.clEnqueueCopyBufferRect(call.queue, call.mem, call.dst, area.origin, details->dst_origin,
                                             area.region, call.row_pitch, call.slice_pitch, details->dst_row_pitch,
                                             details->dst_slice_pitch, wait_count, waits, event);
    case kCopyBufferRows:
      return make_rows_call(library, call, wait_count, waits, event);
    case kFillBuffer:
      return library.clEnqueueFillBuffer(call.queue, call.mem, details->data, details->count, call.offset, call.size,
                                         wait_count, waits, event);
    case kCopyImage:
      return library.clEnqueueCopyImage(call.queue, call.mem, call.dst, area.origin, details->dst_origin, area.region,
                                        wait_count, waits, event);
    case kCopyImageThrough:
      return make_through_call(library, call, wait_count, waits, event);
    case kFillImage:
      return library.clEnqueueFillImage(call.queue, call.mem, details->data, area.origin, area.region, wait_count,
                                        waits, event);
    case kMapBuffer:
    case kMapImage:
    case kSvmMap:
    case kUnmap:
      return make_map_call(library, call, wait_count, waits, event);
    case kMigrate: {
      const auto* objects = reinterpret_cast<const cl_mem*>(details->data);
      return library.clEnqueueMigrateMemObjects(call.queue, static_cast<cl_uint>(details->count), objects,
                                                details->flags, wait_count, waits, event);
    }
    case kSvmMemFill:
      return library.clEnqueueSVMMemFill(call.queue, call.memory, details->data, details->count, call.size, wait_count,
                                         waits, event);
    case kSvmMigrate: {
      auto** pointers = reinterpret_cast<const void**>(const_cast<uint8_t*>(details->data));
      const auto* sizes = reinterpret_cast<const size_t*>(pointers + details->count);
      return library.clEnqueueSVMMigrateMem(call.queue, static_cast<cl_uint>(details->count), pointers, sizes,
                                            details->flags, wait_count, waits, event);
    }
  }
  return kInvalidValue;
}

}  // namespace rxcl
