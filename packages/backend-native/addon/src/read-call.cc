#include "read-call.h"

namespace rxcl {
namespace {

constexpr uint16_t kVersion12 = 102;

cl_int read_buffer_transfer(uint64_t op, Reading& reading) {
  Call& call = reading.call();
  const Object* buffer = reading.mem();
  call.offset = reading.arguments.next();
  call.size = reading.arguments.next();
  if (!reading.arguments.valid()) return kInvalidValue;
  if (buffer == nullptr) return kInvalidMemObject;
  call.mem = static_cast<cl_mem>(buffer->driver);
  return reading.host_memory(reading.arguments, Box{call.size, 1, 0, 1, 0}, op == kReadBuffer, &call.memory);
}

cl_int read_copy_buffer(Reading& reading) {
  Call& call = reading.call();
  const Object* src = reading.mem();
  const Object* dst = reading.mem();
  call.offset = reading.arguments.next();
  call.dst_offset = reading.arguments.next();
  call.size = reading.arguments.next();
  if (!reading.arguments.valid()) return kInvalidValue;
  if (src == nullptr || dst == nullptr) return kInvalidMemObject;
  call.mem = static_cast<cl_mem>(src->driver);
  call.dst = static_cast<cl_mem>(dst->driver);
  return kSuccess;
}

cl_int check_synchronisation(uint64_t op, const Reading& reading) {
  const Library& library = *reading.queue.library;
  const auto call = op == kMarker ? library.clEnqueueMarkerWithWaitList : library.clEnqueueBarrierWithWaitList;
  return call == nullptr || reading.queue.version < kVersion12 ? kInvalidOperation : kSuccess;
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

cl_int Reading::host_memory(Words& words, const Box& box, bool reads, void** memory) {
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

cl_int read_call(uint64_t op, Reading& reading) {
  switch (op) {
    case kWriteBuffer:
    case kReadBuffer:
      return read_buffer_transfer(op, reading);
    case kCopyBuffer:
      return read_copy_buffer(reading);
    case kWriteImage:
    case kReadImage:
      return read_image_transfer(op, reading);
    case kCopyImageToBuffer:
    case kCopyBufferToImage:
      return read_image_copy(op, reading);
    case kSvmMemcpy:
      return read_svm_memcpy(reading);
    case kMarker:
    case kBarrier:
      return check_synchronisation(op, reading);
  }
  return kInvalidValue;
}

}  // namespace rxcl
