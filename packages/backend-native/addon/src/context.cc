// Contexts and command queues.
#include <cstdlib>

#include "arguments.h"
#include "functions.h"

namespace rxcl {
namespace {

constexpr uint32_t kMostDevices = 64;
constexpr uint16_t kVersion20 = 200;

}  // namespace

napi_value create_context(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  uint32_t count = 0;
  if (napi_get_array_length(env, arguments.value(0), &count) != napi_ok || count == 0 || count > kMostDevices) {
    return number(env, kInvalidValue);
  }
  Object context{};
  context.kind = Kind::kContext;
  context.version = UINT16_MAX;
  cl_device_id ids[kMostDevices];
  void* platform = nullptr;
  for (uint32_t i = 0; i < count; i++) {
    napi_value element = nullptr;
    napi_get_element(env, arguments.value(0), i, &element);
    const Object* device = arguments.environment().handles.find(arguments.whole_of(element), Kind::kDevice);
    if (device == nullptr) return number(env, kInvalidDevice);
    ids[i] = static_cast<cl_device_id>(device->driver);
    context.library = device->library;
    platform = device->owner;
    if (device->version < context.version) context.version = device->version;
  }
  const intptr_t properties[] = {kContextPlatform, reinterpret_cast<intptr_t>(platform), 0};
  const DriverLock lock;
  cl_int status = kSuccess;
  const cl_context made = context.library->clCreateContext(properties, count, ids, nullptr, nullptr, &status);
  if (status != kSuccess) return number(env, status);
  context.driver = made;
  return handle_of(arguments, context, [&] { context.library->clReleaseContext(made); });
}

napi_value image_formats(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const Object* context = arguments.object(0, Kind::kContext);
  if (context == nullptr) return number(env, kInvalidContext);
  const auto id = static_cast<cl_context>(context->driver);
  const auto type = static_cast<cl_uint>(arguments.whole(1));
  const auto query = context->library->clGetSupportedImageFormats;
  cl_uint count = 0;
  cl_int status = query(id, kMemReadWrite, type, 0, nullptr, &count);
  if (status != kSuccess) return number(env, status);
  void* pairs = nullptr;
  napi_value memory = nullptr;
  if (napi_create_arraybuffer(env, count * sizeof(cl_image_format), &pairs, &memory) != napi_ok) return nullptr;
  if (count > 0) status = query(id, kMemReadWrite, type, count, static_cast<cl_image_format*>(pairs), nullptr);
  if (status != kSuccess) return number(env, status);
  napi_value formats = nullptr;
  napi_create_typedarray(env, napi_uint32_array, size_t{count} * 2, memory, 0, &formats);
  return formats;
}

napi_value create_queue(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const Object* context = arguments.object(0, Kind::kContext);
  if (context == nullptr) return number(env, kInvalidContext);
  const Object* device = arguments.object(1, Kind::kDevice);
  if (device == nullptr) return number(env, kInvalidDevice);
  Object queue{};
  queue.kind = Kind::kQueue;
  queue.library = context->library;
  queue.version = device->version;
  queue.profiling = arguments.flag(3);
  queue.unwatched = arguments.flag(4);

  const cl_ulong bits = (arguments.flag(2) ? kQueueOutOfOrder : 0) | (queue.profiling ? kQueueProfiling : 0);
  const auto in = static_cast<cl_context>(context->driver);
  const auto on = static_cast<cl_device_id>(device->driver);
  const auto with_properties = queue.library->clCreateCommandQueueWithProperties;
  cl_int status = kSuccess;
  cl_command_queue made = nullptr;
  if (with_properties != nullptr && queue.version >= kVersion20) {
    const cl_ulong properties[] = {kQueueProperties, bits, 0};
    made = with_properties(in, on, properties, &status);
  } else {
    made = queue.library->clCreateCommandQueue(in, on, bits, &status);
  }
  if (status != kSuccess) return number(env, status);
  queue.driver = made;
  return handle_of(arguments, queue, [&] { queue.library->clReleaseCommandQueue(made); });
}

}  // namespace rxcl
