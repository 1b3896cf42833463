#include "read-call.h"

namespace rxcl {
namespace {

// One side of the copy: shared virtual memory and a byte offset, or 0 and an index of a view.
cl_int read_side(Reading& reading, Words words, bool reads, void** memory) {
  const uint64_t size = reading.call().size;
  if (words.peek(0) != 0) return reading.svm_place(words, size, memory);
  words.next();
  return reading.host_memory(words, Box{size, 1, 0, 1, 0}, reads, memory);
}

}  // namespace

cl_int read_svm_memcpy(Reading& reading) {
  Call& call = reading.call();
  const Words dst_words = reading.arguments.part(2);
  const Words src_words = reading.arguments.part(2);
  call.size = reading.arguments.next();
  if (!reading.arguments.valid()) return kInvalidValue;
  const cl_int status = read_side(reading, dst_words, true, &call.dst_memory);
  return status == kSuccess ? read_side(reading, src_words, false, &call.memory) : status;
}

}  // namespace rxcl
