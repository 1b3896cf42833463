#include "mapping.h"
#include "read-call.h"

namespace rxcl {
namespace {

// The mapping that the next word names, counted in.
Mapping* next_mapping(Reading& reading) {
  const Object* object = reading.environment.handles.find(reading.arguments.next(), Kind::kMapping);
  if (object == nullptr || !reading.arguments.valid()) return nullptr;
  auto* mapping = static_cast<Mapping*>(object->driver);
  mapping->uses++;
  reading.command->mapping = mapping;
  reading.call().mapping = mapping;
  return mapping;
}

// Makes the next mapping that of this command, whose place is known.
cl_int begin(Reading& reading, uint64_t flags, const Object* mem, size_t row_bytes, size_t rows, size_t slices) {
  Mapping* mapping = next_mapping(reading);
  if (mapping == nullptr || mapping->queue != nullptr) return kInvalidValue;
  Details* details = reading.details(0);
  if (details == nullptr) return kOutOfHostMemory;
  details->flags = flags;
  const Library& library = *reading.queue.library;
  mapping->library = &library;
  mapping->queue = reading.call().queue;
  library.clRetainCommandQueue(mapping->queue);
  mapping->row_bytes = row_bytes;
  mapping->rows = rows;
  mapping->slices = slices;
  if (mem == nullptr) {
    mapping->is_svm = true;
    return kSuccess;
  }
  mapping->lines = mem->lines;
  mapping->mem = static_cast<cl_mem>(mem->driver);
  library.clRetainMemObject(mapping->mem);
  reading.call().mem = mapping->mem;
  return kSuccess;
}

}  // namespace

cl_int read_map_buffer(Reading& reading) {
  Call& call = reading.call();
  const Object* buffer = reading.mem();
  const uint64_t flags = reading.arguments.next();
  call.offset = reading.arguments.next();
  call.size = reading.arguments.next();
  if (!reading.arguments.valid()) return kInvalidValue;
  if (buffer == nullptr) return kInvalidMemObject;
  return begin(reading, flags, buffer, call.size, 1, 1);
}

cl_int read_map_image(Reading& reading) {
  Call& call = reading.call();
  const Object* image = reading.mem();
  const uint64_t flags = reading.arguments.next();
  reading.triple(call.area.origin);
  reading.triple(call.area.region);
  if (!reading.arguments.valid()) return kInvalidValue;
  if (image == nullptr || image->size == 0) return kInvalidMemObject;
  const size_t* region = call.area.region;
  if (region[0] > SIZE_MAX / image->size) return kInvalidValue;
  return begin(reading, flags, image, region[0] * image->size, region[1], region[2]);
}

cl_int read_svm_map(Reading& reading) {
  Call& call = reading.call();
  Words place = reading.arguments.part(2);
  call.size = reading.arguments.next();
  const uint64_t flags = reading.arguments.next();
  if (!reading.arguments.valid()) return kInvalidValue;
  const cl_int status = reading.svm_place(place, call.size, &call.memory);
  return status == kSuccess ? begin(reading, flags, nullptr, call.size, 1, 1) : status;
}

cl_int read_unmap(Reading& reading) {
  const Mapping* mapping = next_mapping(reading);
  return mapping == nullptr || mapping->queue == nullptr ? kInvalidValue : kSuccess;
}

}  // namespace rxcl
