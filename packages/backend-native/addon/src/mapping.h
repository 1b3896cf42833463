// Memory that a map command gives to the host.
#pragma once

#include <node_api.h>

#include "call.h"

namespace rxcl {

struct Environment;

struct Mapping {
  const Library* library = nullptr;
  // Retained, from the reading of the map command on; null before. Shared virtual memory has no object.
  cl_command_queue queue = nullptr;
  cl_mem mem = nullptr;
  bool is_svm = false;

  // What is mapped: rows of bytes in slices. `lines`: a 1D array, whose slice pitch goes from line to line.
  size_t row_bytes = 0;
  size_t rows = 0;
  size_t slices = 0;
  bool lines = false;

  // Set by whoever makes the call, and read by whoever makes that of the unmap, which comes later.
  void* pointer = nullptr;
  size_t row_pitch = 0;
  size_t slice_pitch = 0;
  // The driver has taken an unmap.
  bool unmapped = false;

  // The rest is for JavaScript's thread alone: how many count on it, the handle and commands in flight.
  uint32_t uses = 1;
  // The map is complete.
  bool mapped = false;
  // Its ArrayBuffer, once there is one.
  napi_ref bytes = nullptr;
};

// Takes the ArrayBuffer away from the program, if there is one.
void detach_mapping(Environment& environment, Mapping* mapping);
// One counts on it no more. After the last the driver is told that nobody looks, unless it has been.
void drop_mapping(Environment& environment, Mapping* mapping);

}  // namespace rxcl
