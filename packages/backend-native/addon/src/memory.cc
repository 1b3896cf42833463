// Buffers, and the release of everything.
#include "memory.h"

#include "arguments.h"
#include "functions.h"
#include "mapping.h"
#include "pin.h"
#include "svm.h"

namespace rxcl {
namespace {

constexpr uint16_t kVersion11 = 101;

Object mem_object(const Object& beside) {
  Object mem{};
  mem.kind = Kind::kMem;
  mem.library = beside.library;
  mem.version = beside.version;
  return mem;
}

}  // namespace

napi_value create_buffer(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const Object* context = arguments.object(0, Kind::kContext);
  if (context == nullptr) return number(env, kInvalidContext);
  Object buffer = mem_object(*context);
  const uint64_t flags = arguments.whole(1);
  const uint64_t size = arguments.whole(2);
  uint8_t* bytes = nullptr;
  size_t length = 0;
  const bool has_bytes = bytes_of_view(env, arguments.value(3), &bytes, &length);
  if (has_bytes && length < size) return number(env, kInvalidHostPtr);
  cl_int status = kSuccess;
  const cl_mem made =
      buffer.library->clCreateBuffer(static_cast<cl_context>(context->driver), flags, size, bytes, &status);
  if (status != kSuccess) return number(env, status);
  buffer.driver = made;
  return kept_over(arguments, buffer, flags, arguments.value(3));
}

napi_value create_sub_buffer(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const Object* parent = arguments.object(0, Kind::kMem);
  if (parent == nullptr) return number(env, kInvalidMemObject);
  if (parent->library->clCreateSubBuffer == nullptr || parent->version < kVersion11) {
    return number(env, kInvalidOperation);
  }
  Object buffer = mem_object(*parent);
  const cl_buffer_region region{arguments.whole(2), arguments.whole(3)};
  cl_int status = kSuccess;
  const cl_mem made = buffer.library->clCreateSubBuffer(static_cast<cl_mem>(parent->driver), arguments.whole(1),
                                                        kBufferRegion, &region, &status);
  if (status != kSuccess) return number(env, status);
  buffer.driver = made;
  return handle_of(arguments, buffer, [&] { buffer.library->clReleaseMemObject(made); });
}

void release_object(Environment& environment, Object* object) {
  const Object gone = *object;
  switch (gone.kind) {
    case Kind::kContext: {
      const DriverLock lock;
      gone.library->clReleaseContext(static_cast<cl_context>(gone.driver));
      break;
    }
    case Kind::kQueue:
      gone.library->clReleaseCommandQueue(static_cast<cl_command_queue>(gone.driver));
      break;
    case Kind::kMem:
      gone.library->clReleaseMemObject(static_cast<cl_mem>(gone.driver));
      if (gone.bytes != nullptr) napi_delete_reference(environment.env, gone.bytes);
      break;
    case Kind::kSvm:
      release_svm(environment, gone);
      break;
    case Kind::kMapping:
      drop_mapping(environment, static_cast<Mapping*>(gone.driver));
      break;
    case Kind::kDevice:
      if (!gone.part) return;
      gone.library->clReleaseDevice(static_cast<cl_device_id>(gone.driver));
      break;
    // The driver keeps these.
    case Kind::kPlatform:
    case Kind::kFree:
      return;
  }
  environment.handles.remove(object);
}

napi_value release(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  Object* object = arguments.environment().handles.find(arguments.whole(0));
  if (object != nullptr) release_object(arguments.environment(), object);
  return nullptr;
}

napi_value live(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const Environment& environment = arguments.environment();
  napi_value counts = nullptr;
  napi_create_object(env, &counts);
  const auto set = [&](const char* field, size_t count) {
    napi_set_named_property(env, counts, field, number(env, static_cast<double>(count)));
  };
  set("contexts", environment.handles.count(Kind::kContext));
  set("queues", environment.handles.count(Kind::kQueue));
  set("memObjects", environment.handles.count(Kind::kMem));
  set("svm", environment.handles.count(Kind::kSvm));
  set("mappings", environment.handles.count(Kind::kMapping));
  set("events", environment.in_flight);
  return counts;
}

}  // namespace rxcl
