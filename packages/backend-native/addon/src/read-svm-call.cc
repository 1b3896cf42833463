#include "read-call.h"

namespace rxcl {
namespace {

constexpr uint16_t kVersion20 = 200;

// One side of the copy: shared virtual memory and a byte offset, or 0 and an index of a view.
cl_int read_side(Reading& reading, Words words, bool reads, void** memory) {
  const uint64_t size = reading.call().size;
  const uint64_t handle = words.next();
  if (handle == 0) return reading.host_memory(words, Box{size, 1, 0, 1, 0}, reads, memory);
  const uint64_t offset = words.next();
  const Object* svm = reading.environment.handles.find(handle, Kind::kSvm);
  if (svm == nullptr || !words.valid()) return kInvalidValue;
  if (offset > svm->size || size > svm->size - offset) return kInvalidValue;
  *memory = static_cast<uint8_t*>(svm->driver) + offset;
  return kSuccess;
}

}  // namespace

cl_int read_svm_memcpy(Reading& reading) {
  const Object& queue = reading.queue;
  if (queue.library->clEnqueueSVMMemcpy == nullptr || queue.version < kVersion20) return kInvalidOperation;
  Call& call = reading.call();
  const Words dst_words = reading.arguments.part(2);
  const Words src_words = reading.arguments.part(2);
  call.size = reading.arguments.next();
  if (!reading.arguments.valid()) return kInvalidValue;
  const cl_int status = read_side(reading, dst_words, true, &call.dst_memory);
  return status == kSuccess ? read_side(reading, src_words, false, &call.memory) : status;
}

}  // namespace rxcl
