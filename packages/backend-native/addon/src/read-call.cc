#include "read-call.h"

#include <cstdlib>
#include <cstring>

namespace rxcl {
namespace {

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

}  // namespace

size_t argument_count(uint64_t op, const Words& words) {
  switch (op) {
    case kWriteBuffer:
    case kReadBuffer:
    case kFillBuffer:
    case kSvmMemFill:
      return 4;
    case kCopyBuffer:
    case kMapBuffer:
    case kSvmMemcpy:
    case kSvmMap:
      return 5;
    case kWriteImage:
    case kReadImage:
      return 10;
    case kCopyImage:
    case kCopyImageThrough:
      return 11;
    case kFillImage:
      return 8;
    case kMapImage:
    case kCopyImageToBuffer:
    case kCopyBufferToImage:
      return 9;
    case kWriteBufferRect:
    case kReadBufferRect:
      return 12;
    case kCopyBufferRect:
    case kCopyBufferRows:
      return 15;
    case kUnmap:
      return 1;
    case kMigrate:
    case kSvmMigrate: {
      const uint64_t count = words.peek(1);
      return count > words.left() ? SIZE_MAX : 2 + count * (op == kMigrate ? 1 : 3);
    }
    case kMarker:
    case kBarrier:
      return 0;
  }
  return SIZE_MAX;
}

cl_int Reading::host_memory(Words& words, const Box& box, bool reads, void** memory) {
  // Added to the index of a view that is not to be staged.
  constexpr uint64_t kInPlace = uint64_t{1} << 40;
  const uint64_t word = words.next();
  const bool in_place = word >= kInPlace;
  const uint64_t index = in_place ? word - kInPlace : word;
  napi_env env = environment.env;
  napi_value view = nullptr;
  if (!words.valid() || index > UINT32_MAX) return kInvalidValue;
  if (napi_get_element(env, host, static_cast<uint32_t>(index), &view) != napi_ok) return kInvalidHostPtr;
  HostUse* use = nullptr;
  const cl_int status = environment.host.bind(env, view, box, reads, in_place, &use, memory);
  if (status != kSuccess) return status;
  use->next = command->hosts;
  command->hosts = use;
  return kSuccess;
}

cl_int Reading::svm_place(Words& words, uint64_t size, void** memory) {
  const Object* svm = environment.handles.find(words.next(), Kind::kSvm);
  const uint64_t offset = words.next();
  if (svm == nullptr || !words.valid()) return kInvalidValue;
  if (offset > svm->size || size > svm->size - offset) return kInvalidValue;
  *memory = static_cast<uint8_t*>(svm->driver) + offset;
  return kSuccess;
}

Details* Reading::details(size_t data_size) {
  command->details = static_cast<Details*>(calloc(1, sizeof(Details) + data_size));
  call().details = command->details;
  return command->details;
}

cl_int Reading::pattern() {
  constexpr size_t kLongest = 128;
  const uint64_t index = arguments.next();
  napi_value view = nullptr;
  uint8_t* bytes = nullptr;
  size_t length = 0;
  if (!arguments.valid() || index > UINT32_MAX) return kInvalidValue;
  if (napi_get_element(environment.env, host, static_cast<uint32_t>(index), &view) != napi_ok ||
      !bytes_of_view(environment.env, view, &bytes, &length)) {
    return kInvalidHostPtr;
  }
  if (length == 0 || length > kLongest) return kInvalidValue;
  Details* made = details(kLongest);
  if (made == nullptr) return kOutOfHostMemory;
  memcpy(made->data, bytes, length);
  made->count = length;
  return kSuccess;
}

void Reading::triple(size_t* numbers) {
  for (size_t i = 0; i < 3; i++) numbers[i] = arguments.next();
}

cl_int read_call(uint64_t op, Reading& reading) {
  if (!offers(*reading.queue.library, reading.queue.version, op)) return kInvalidOperation;
  switch (op) {
    case kWriteBuffer:
    case kReadBuffer:
      return read_buffer_transfer(op, reading);
    case kCopyBuffer:
      return read_copy_buffer(reading);
    case kWriteBufferRect:
    case kReadBufferRect:
      return read_rect_transfer(op, reading);
    case kCopyBufferRect:
    case kCopyBufferRows:
      return read_copy_rect(reading);
    case kFillBuffer:
      return read_fill_buffer(reading);
    case kWriteImage:
    case kReadImage:
      return read_image_transfer(op, reading);
    case kCopyImage:
    case kCopyImageThrough:
      return read_copy_image(reading);
    case kFillImage:
      return read_fill_image(reading);
    case kCopyImageToBuffer:
    case kCopyBufferToImage:
      return read_image_copy(op, reading);
    case kMapBuffer:
      return read_map_buffer(reading);
    case kMapImage:
      return read_map_image(reading);
    case kUnmap:
      return read_unmap(reading);
    case kMigrate:
      return read_migrate(reading);
    case kSvmMemcpy:
      return read_svm_memcpy(reading);
    case kSvmMemFill:
      return read_svm_fill(reading);
    case kSvmMap:
      return read_svm_map(reading);
    case kSvmMigrate:
      return read_svm_migrate(reading);
    case kMarker:
    case kBarrier:
      return kSuccess;
  }
  return kInvalidValue;
}

}  // namespace rxcl
