// Maps and unmaps.
#include "mapping.h"

namespace rxcl {
namespace {

cl_int map(const Library& library, const Call& call, cl_uint wait_count, const cl_event* waits, cl_event* event) {
  Mapping& mapping = *call.mapping;
  cl_int status = kSuccess;
  void* pointer = nullptr;
  switch (call.op) {
    case kMapBuffer:
      pointer = library.clEnqueueMapBuffer(call.queue, call.mem, 0, call.details->flags, call.offset, call.size,
                                           wait_count, waits, event, &status);
      break;
    case kMapImage:
      pointer = library.clEnqueueMapImage(call.queue, call.mem, 0, call.details->flags, call.area.origin,
                                          call.area.region, &mapping.row_pitch, &mapping.slice_pitch, wait_count, waits,
                                          event, &status);
      break;
    default:
      pointer = call.memory;
      status = library.clEnqueueSVMMap(call.queue, 0, call.details->flags, pointer, call.size, wait_count, waits,
                                       event);
  }
  if (status != kSuccess) return status;
  mapping.pointer = pointer;
  return kSuccess;
}

}  // namespace

cl_int make_map_call(const Library& library, const Call& call, cl_uint wait_count, const cl_event* waits,
                     cl_event* event) {
  if (call.op != kUnmap) return map(library, call, wait_count, waits, event);
  Mapping& mapping = *call.mapping;
  // The driver has refused the map: there is nothing to undo.
  if (mapping.pointer == nullptr) {
    const bool has_marker = offers(library, UINT16_MAX, kMarker);
    return has_marker ? library.clEnqueueMarkerWithWaitList(call.queue, wait_count, waits, event) : kInvalidValue;
  }
  void* at = mapping.pointer;
  const cl_int status = mapping.is_svm
                            ? library.clEnqueueSVMUnmap(call.queue, at, wait_count, waits, event)
                            : library.clEnqueueUnmapMemObject(call.queue, mapping.mem, at, wait_count, waits, event);
  if (status == kSuccess) mapping.unmapped = true;
  return status;
}

}  // namespace rxcl
