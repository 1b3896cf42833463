// The arguments of a packed command, read and checked on JavaScript's thread.
#pragma once

#include "environment.h"
#include "words.h"

namespace rxcl {

// How many of the words are the arguments of an operation; SIZE_MAX for what is none.
size_t argument_count(uint64_t op, const Words& words);

struct Reading {
  Environment& environment;
  const Object& queue;
  // The views that commands refer to: an array.
  napi_value host;
  Words arguments;
  // Whose call is to be made ready.
  Command* command;

  Call& call() const { return command->call; }
  // The next argument as a buffer or image; null for a stale one.
  const Object* mem() { return environment.handles.find(arguments.next(), Kind::kMem); }
  // The view that the next word names, bound for the command.
  cl_int host_memory(Words& words, const Box& box, bool reads, void** memory);
  // A place in shared virtual memory with `size` bytes behind it: a handle and an offset.
  cl_int svm_place(Words& words, uint64_t size, void** memory);
  // The command's details, zero, with so many bytes of data; null without memory.
  Details* details(size_t data_size);
  // Details whose data are the bytes of the view that the next word names, at most 128.
  cl_int pattern();
  void triple(size_t* numbers);
};

// Fills in everything of the call but its operation and queue; answers why the driver cannot be asked, or 0.
cl_int read_call(uint64_t op, Reading& reading);

// read-image-call.cc
cl_int read_image_transfer(uint64_t op, Reading& reading);
cl_int read_image_copy(uint64_t op, Reading& reading);
cl_int read_copy_image(Reading& reading);
// read-rect-call.cc
cl_int read_rect_transfer(uint64_t op, Reading& reading);
cl_int read_copy_rect(Reading& reading);
// read-fill-call.cc
cl_int read_fill_buffer(Reading& reading);
cl_int read_fill_image(Reading& reading);
cl_int read_svm_fill(Reading& reading);
// read-map-call.cc
cl_int read_map_buffer(Reading& reading);
cl_int read_map_image(Reading& reading);
cl_int read_svm_map(Reading& reading);
cl_int read_unmap(Reading& reading);
// read-migrate-call.cc
cl_int read_migrate(Reading& reading);
cl_int read_svm_migrate(Reading& reading);
// read-svm-call.cc
cl_int read_svm_memcpy(Reading& reading);

}  // namespace rxcl
