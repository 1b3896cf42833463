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
  kWriteBufferRect,
  kReadBufferRect,
  kCopyBufferRect,
  kFillBuffer,
  kCopyImage,
  kFillImage,
  kMapBuffer,
  kMapImage,
  kUnmap,
  kMigrate,
  kSvmMemFill,
  kSvmMap,
  kSvmMigrate,
  kCopyBufferRows,
  kCopyImageThrough,
};

struct Area {
  size_t origin[3];
  size_t region[3];
};

// What only a few operations need, in a block of its own.
struct Details {
  // Of the destination, or of host memory.
  size_t dst_origin[3];
  size_t dst_row_pitch;
  size_t dst_slice_pitch;
  cl_ulong flags;
  // Bytes of a pattern; objects or ranges.
  size_t count;
  // A pattern, a colour, memory objects, or pointers and behind them sizes.
  alignas(16) uint8_t data[];
};

struct Mapping;

// What an operation has no use for is not set.
struct Call {
  uint64_t op;
  cl_command_queue queue;
  // The one buffer or image, or the source.
  cl_mem mem;
  cl_mem dst;
  // Host memory, the source in shared virtual memory, or the context of a copy that needs a buffer.
  void* memory;
  void* dst_memory;
  size_t offset;
  size_t dst_offset;
  size_t size;
  Area area;
  size_t row_pitch;
  size_t slice_pitch;
  // The command's.
  const Details* details;
  Mapping* mapping;
};

// Whether a device of this version, 102 for 1.2, and the library have the operation.
bool offers(const Library& library, uint16_t version, uint64_t op);
// Enqueues an operation that is offered; answers the driver's status.
cl_int make_call(const Library& library, const Call& call, cl_uint wait_count, const cl_event* waits, cl_event* event);
// call-rows.cc: the rows of a box one by one, and a marker behind them.
cl_int make_rows_call(const Library& library, const Call& call, cl_uint wait_count, const cl_event* waits,
                      cl_event* event);
// call-through.cc: into a buffer of its own, and from there.
cl_int make_through_call(const Library& library, const Call& call, cl_uint wait_count, const cl_event* waits,
                         cl_event* event);
// call-map.cc
cl_int make_map_call(const Library& library, const Call& call, cl_uint wait_count, const cl_event* waits,
                     cl_event* event);

}  // namespace rxcl
