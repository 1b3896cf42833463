#include <algorithm>

#include "read-call.h"

namespace rxcl {
namespace {

// Where the pixels lie in host memory; a pitch of 0 means that nothing lies between.
Box box_of(const Object& image, const Area& area, uint64_t row_pitch, uint64_t slice_pitch) {
  const uint64_t row_bytes = area.region[0] > UINT32_MAX ? UINT64_MAX : area.region[0] * image.size;
  const uint64_t row = row_pitch == 0 ? row_bytes : row_pitch;
  // A driver may step from line to line of a 1D array by either pitch.
  if (image.lines) return Box{row_bytes, area.region[1], std::max(row, slice_pitch), 1, 0};
  const bool counted = slice_pitch != 0 || area.region[1] == 0 || row <= UINT64_MAX / area.region[1];
  const uint64_t slice = slice_pitch != 0 ? slice_pitch : counted ? row * area.region[1] : UINT64_MAX;
  return Box{row_bytes, area.region[1], row, area.region[2], slice};
}

}  // namespace

cl_int read_image_transfer(uint64_t op, Reading& reading) {
  Call& call = reading.call();
  const Object* image = reading.mem();
  reading.triple(call.area.origin);
  reading.triple(call.area.region);
  call.row_pitch = reading.arguments.next();
  call.slice_pitch = reading.arguments.next();
  if (!reading.arguments.valid()) return kInvalidValue;
  if (image == nullptr || image->size == 0) return kInvalidMemObject;
  call.mem = static_cast<cl_mem>(image->driver);
  const Box box = box_of(*image, call.area, call.row_pitch, call.slice_pitch);
  return reading.host_memory(reading.arguments, box, op == kReadImage, &call.memory);
}

cl_int read_image_copy(uint64_t op, Reading& reading) {
  Call& call = reading.call();
  const Object* src = reading.mem();
  const Object* dst = reading.mem();
  if (op == kCopyBufferToImage) call.offset = reading.arguments.next();
  reading.triple(call.area.origin);
  reading.triple(call.area.region);
  if (op == kCopyImageToBuffer) call.dst_offset = reading.arguments.next();
  if (!reading.arguments.valid()) return kInvalidValue;
  if (src == nullptr || dst == nullptr) return kInvalidMemObject;
  call.mem = static_cast<cl_mem>(src->driver);
  call.dst = static_cast<cl_mem>(dst->driver);
  return kSuccess;
}

cl_int read_copy_image(Reading& reading) {
  Call& call = reading.call();
  const Object* src = reading.mem();
  const Object* dst = reading.mem();
  Details* details = reading.details(0);
  if (details == nullptr) return kOutOfHostMemory;
  reading.triple(call.area.origin);
  reading.triple(details->dst_origin);
  reading.triple(call.area.region);
  if (!reading.arguments.valid()) return kInvalidValue;
  if (src == nullptr || dst == nullptr || src->size == 0 || dst->size == 0) return kInvalidMemObject;
  call.mem = static_cast<cl_mem>(src->driver);
  call.dst = static_cast<cl_mem>(dst->driver);
  call.memory = src->owner;
  call.size = Box{call.area.region[0] * src->size, call.area.region[1], 0, call.area.region[2], 0}.packed();
  return kSuccess;
}

}  // namespace rxcl
