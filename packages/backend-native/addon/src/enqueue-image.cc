#include <algorithm>

#include "enqueue.h"

namespace rxcl {
namespace {

struct Area {
  size_t origin[3];
  size_t region[3];
};

Area area_of(Words& words) {
  Area area;
  for (size_t& place : area.origin) place = words.next();
  for (size_t& extent : area.region) extent = words.next();
  return area;
}

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

cl_int enqueue_image_transfer(uint64_t op, Step& step) {
  const Object* image = step.mem();
  const Area area = area_of(step.arguments);
  const uint64_t row_pitch = step.arguments.next();
  const uint64_t slice_pitch = step.arguments.next();
  if (!step.arguments.valid()) return kInvalidValue;
  if (image == nullptr || image->size == 0) return kInvalidMemObject;
  void* memory = nullptr;
  const Box box = box_of(*image, area, row_pitch, slice_pitch);
  const cl_int bound = step.host_memory(step.arguments, box, op == kReadImage, &memory);
  if (bound != kSuccess) return bound;
  const auto mem = static_cast<cl_mem>(image->driver);
  cl_event* event = &step.command->event;
  if (op == kReadImage) {
    return step.library.clEnqueueReadImage(step.driver_queue(), mem, 0, area.origin, area.region, row_pitch,
                                           slice_pitch, memory, step.wait_count, step.waits, event);
  }
  return step.library.clEnqueueWriteImage(step.driver_queue(), mem, 0, area.origin, area.region, row_pitch,
                                          slice_pitch, memory, step.wait_count, step.waits, event);
}

cl_int enqueue_image_copy(uint64_t op, Step& step) {
  const Object* src = step.mem();
  const Object* dst = step.mem();
  const uint64_t src_offset = op == kCopyBufferToImage ? step.arguments.next() : 0;
  const Area area = area_of(step.arguments);
  const uint64_t dst_offset = op == kCopyImageToBuffer ? step.arguments.next() : 0;
  if (!step.arguments.valid()) return kInvalidValue;
  if (src == nullptr || dst == nullptr) return kInvalidMemObject;
  const auto from = static_cast<cl_mem>(src->driver);
  const auto to = static_cast<cl_mem>(dst->driver);
  cl_event* event = &step.command->event;
  if (op == kCopyImageToBuffer) {
    return step.library.clEnqueueCopyImageToBuffer(step.driver_queue(), from, to, area.origin, area.region, dst_offset,
                                                   step.wait_count, step.waits, event);
  }
  return step.library.clEnqueueCopyBufferToImage(step.driver_queue(), from, to, src_offset, area.origin, area.region,
                                                 step.wait_count, step.waits, event);
}

}  // namespace rxcl
