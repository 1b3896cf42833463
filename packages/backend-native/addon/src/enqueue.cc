#include "enqueue.h"

namespace rxcl {
namespace {

constexpr uint16_t kVersion12 = 102;

cl_int enqueue_buffer_transfer(uint64_t op, Step& step) {
  const Object* buffer = step.mem();
  const uint64_t offset = step.arguments.next();
  const uint64_t size = step.arguments.next();
  if (!step.arguments.valid()) return kInvalidValue;
  if (buffer == nullptr) return kInvalidMemObject;
  void* memory = nullptr;
  const cl_int bound = step.host_memory(step.arguments, Box{size, 1, 0, 1, 0}, op == kReadBuffer, &memory);
  if (bound != kSuccess) return bound;
  const auto mem = static_cast<cl_mem>(buffer->driver);
  cl_event* event = &step.command->event;
  if (op == kReadBuffer) {
    return step.library.clEnqueueReadBuffer(step.driver_queue(), mem, 0, offset, size, memory, step.wait_count,
                                            step.waits, event);
  }
  return step.library.clEnqueueWriteBuffer(step.driver_queue(), mem, 0, offset, size, memory, step.wait_count,
                                           step.waits, event);
}

cl_int enqueue_copy_buffer(Step& step) {
  const Object* src = step.mem();
  const Object* dst = step.mem();
  const uint64_t src_offset = step.arguments.next();
  const uint64_t dst_offset = step.arguments.next();
  const uint64_t size = step.arguments.next();
  if (!step.arguments.valid()) return kInvalidValue;
  if (src == nullptr || dst == nullptr) return kInvalidMemObject;
  return step.library.clEnqueueCopyBuffer(step.driver_queue(), static_cast<cl_mem>(src->driver),
                                          static_cast<cl_mem>(dst->driver), src_offset, dst_offset, size,
                                          step.wait_count, step.waits, &step.command->event);
}

cl_int enqueue_synchronisation(uint64_t op, Step& step) {
  const Library& library = step.library;
  const auto call = op == kMarker ? library.clEnqueueMarkerWithWaitList : library.clEnqueueBarrierWithWaitList;
  if (call == nullptr || step.queue.version < kVersion12) return kInvalidOperation;
  return call(step.driver_queue(), step.wait_count, step.waits, &step.command->event);
}

}  // namespace

int argument_count(uint64_t op) {
  switch (op) {
    case kWriteBuffer:
    case kReadBuffer:
      return 4;
    case kCopyBuffer:
    case kSvmMemcpy:
      return 5;
    case kWriteImage:
    case kReadImage:
      return 10;
    case kCopyImageToBuffer:
    case kCopyBufferToImage:
      return 9;
    case kMarker:
    case kBarrier:
      return 0;
  }
  return -1;
}

cl_int Step::host_memory(Words& words, const Box& box, bool reads, void** memory) {
  const uint64_t index = words.next();
  napi_env env = environment.env;
  napi_value view = nullptr;
  if (!words.valid() || index > UINT32_MAX) return kInvalidValue;
  if (napi_get_element(env, host, static_cast<uint32_t>(index), &view) != napi_ok) return kInvalidHostPtr;
  HostUse* use = nullptr;
  const cl_int status = environment.host.bind(env, view, box, reads, &use, memory);
  if (status != kSuccess) return status;
  use->next = command->hosts;
  command->hosts = use;
  return kSuccess;
}

cl_int enqueue(uint64_t op, Step& step) {
  switch (op) {
    case kWriteBuffer:
    case kReadBuffer:
      return enqueue_buffer_transfer(op, step);
    case kCopyBuffer:
      return enqueue_copy_buffer(step);
    case kWriteImage:
    case kReadImage:
      return enqueue_image_transfer(op, step);
    case kCopyImageToBuffer:
    case kCopyBufferToImage:
      return enqueue_image_copy(op, step);
    case kSvmMemcpy:
      return enqueue_svm_memcpy(step);
    case kMarker:
    case kBarrier:
      return enqueue_synchronisation(op, step);
  }
  return kInvalidValue;
}

}  // namespace rxcl
