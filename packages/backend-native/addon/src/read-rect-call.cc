#include "read-call.h"

namespace rxcl {

cl_int read_rect_transfer(uint64_t op, Reading& reading) {
  Call& call = reading.call();
  const Object* buffer = reading.mem();
  Details* details = reading.details(0);
  if (details == nullptr) return kOutOfHostMemory;
  reading.triple(call.area.origin);
  reading.triple(call.area.region);
  call.row_pitch = reading.arguments.next();
  call.slice_pitch = reading.arguments.next();
  details->dst_row_pitch = reading.arguments.next();
  details->dst_slice_pitch = reading.arguments.next();
  if (!reading.arguments.valid()) return kInvalidValue;
  if (buffer == nullptr) return kInvalidMemObject;
  call.mem = static_cast<cl_mem>(buffer->driver);
  const size_t* region = call.area.region;
  const Box box{region[0], region[1], details->dst_row_pitch, region[2], details->dst_slice_pitch};
  return reading.host_memory(reading.arguments, box, op == kReadBufferRect, &call.memory);
}

cl_int read_copy_rect(Reading& reading) {
  Call& call = reading.call();
  const Object* src = reading.mem();
  const Object* dst = reading.mem();
  Details* details = reading.details(0);
  if (details == nullptr) return kOutOfHostMemory;
  reading.triple(call.area.origin);
  reading.triple(details->dst_origin);
  reading.triple(call.area.region);
  call.row_pitch = reading.arguments.next();
  call.slice_pitch = reading.arguments.next();
  details->dst_row_pitch = reading.arguments.next();
  details->dst_slice_pitch = reading.arguments.next();
  if (!reading.arguments.valid()) return kInvalidValue;
  if (src == nullptr || dst == nullptr) return kInvalidMemObject;
  call.mem = static_cast<cl_mem>(src->driver);
  call.dst = static_cast<cl_mem>(dst->driver);
  const size_t* region = call.area.region;
  return region[1] != 0 && region[2] > UINT32_MAX / region[1] ? kInvalidValue : kSuccess;
}

}  // namespace rxcl
