#include "enqueue.h"

namespace rxcl {
namespace {

constexpr uint16_t kVersion20 = 200;

// One side of the copy: shared virtual memory and a byte offset, or 0 and an index of a view.
cl_int side(Step& step, Words words, uint64_t size, bool reads, void** memory) {
  const uint64_t handle = words.next();
  if (handle == 0) return step.host_memory(words, Box{size, 1, 0, 1, 0}, reads, memory);
  const uint64_t offset = words.next();
  const Object* svm = step.environment.handles.find(handle, Kind::kSvm);
  if (svm == nullptr || !words.valid()) return kInvalidValue;
  if (offset > svm->size || size > svm->size - offset) return kInvalidValue;
  *memory = static_cast<uint8_t*>(svm->driver) + offset;
  return kSuccess;
}

}  // namespace

cl_int enqueue_svm_memcpy(Step& step) {
  if (step.library.clEnqueueSVMMemcpy == nullptr || step.queue.version < kVersion20) return kInvalidOperation;
  const Words dst_words = step.arguments.part(2);
  const Words src_words = step.arguments.part(2);
  const uint64_t size = step.arguments.next();
  if (!step.arguments.valid()) return kInvalidValue;
  void* dst = nullptr;
  void* src = nullptr;
  cl_int status = side(step, dst_words, size, true, &dst);
  if (status == kSuccess) status = side(step, src_words, size, false, &src);
  if (status != kSuccess) return status;
  return step.library.clEnqueueSVMMemcpy(step.driver_queue(), 0, dst, src, size, step.wait_count, step.waits,
                                         &step.command->event);
}

}  // namespace rxcl
