// A command as the driver's call: handles followed, host memory bound. It can be made on any thread.
#pragma once

#include "library.h"

namespace rxcl {

enum Op : uint64_t {
  kWriteBuffer = 1,
  kReadBuffer,
  kCopyBuffer,
  kWriteImage,
  kReadImage,
  kCopyImageToBuffer,
  kCopyBufferToImage,
  kSvmMemcpy,
  kMarker,
  kBarrier,
};

struct Area {
  size_t origin[3];
  size_t region[3];
};

// What an operation has no use for is not set.
struct Call {
  uint64_t op;
  cl_command_queue queue;
  // The one buffer or image, or the source.
  cl_mem mem;
  cl_mem dst;
  // Host memory, or the source in shared virtual memory.
  void* memory;
  void* dst_memory;
  size_t offset;
  size_t dst_offset;
  size_t size;
  Area area;
  size_t row_pitch;
  size_t slice_pitch;
};

// Enqueues; answers the driver's status.
cl_int make_call(const Library& library, const Call& call, cl_uint wait_count, const cl_event* waits, cl_event* event);

}  // namespace rxcl
