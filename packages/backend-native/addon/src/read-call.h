// The arguments of a packed command, read and checked on JavaScript's thread.
#pragma once

#include "environment.h"
#include "words.h"

namespace rxcl {

// How many arguments an operation has; -1 for what is none.
int argument_count(uint64_t op);

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
};

// Fills in everything of the call but its operation and queue; answers why the driver cannot be asked, or 0.
cl_int read_call(uint64_t op, Reading& reading);

// read-image-call.cc, read-svm-call.cc
cl_int read_image_transfer(uint64_t op, Reading& reading);
cl_int read_image_copy(uint64_t op, Reading& reading);
cl_int read_svm_memcpy(Reading& reading);

}  // namespace rxcl
