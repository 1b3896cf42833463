// One packed command, as the driver's call.
#pragma once

#include "environment.h"
#include "words.h"

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

// How many arguments an operation has; -1 for what is none.
int argument_count(uint64_t op);

struct Step {
  Environment& environment;
  const Library& library;
  const Object& queue;
  // The views that commands refer to: an array.
  napi_value host;
  Words arguments;
  cl_uint wait_count;
  const cl_event* waits;
  Command* command;

  cl_command_queue driver_queue() const { return static_cast<cl_command_queue>(queue.driver); }
  // The next argument as a buffer or image; null for a stale one.
  const Object* mem() { return environment.handles.find(arguments.next(), Kind::kMem); }
  // The view that the next word names, bound for the command.
  cl_int host_memory(Words& words, const Box& box, bool reads, void** memory);
};

// Enqueues; answers the driver's status or why the driver was not asked.
cl_int enqueue(uint64_t op, Step& step);

// enqueue-image.cc, enqueue-svm.cc
cl_int enqueue_image_transfer(uint64_t op, Step& step);
cl_int enqueue_image_copy(uint64_t op, Step& step);
cl_int enqueue_svm_memcpy(Step& step);

}  // namespace rxcl
