// Shared virtual memory.
#include "svm.h"

#include "arguments.h"
#include "functions.h"

namespace rxcl {
namespace {

constexpr uint16_t kVersion20 = 200;

// The memory is freed by release, not by the garbage collector.
void keep(napi_env env, void* data, void* hint) {}

}  // namespace

napi_value svm_alloc(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const Object* context = arguments.object(0, Kind::kContext);
  if (context == nullptr) return number(env, kInvalidContext);
  const Library* library = context->library;
  if (library->clSVMAlloc == nullptr || library->clSVMFree == nullptr || context->version < kVersion20) {
    return number(env, kInvalidOperation);
  }
  Object svm{};
  svm.kind = Kind::kSvm;
  svm.library = library;
  svm.size = arguments.whole(2);
  svm.owner = context->driver;
  const auto in = static_cast<cl_context>(context->driver);
  svm.driver = library->clSVMAlloc(in, arguments.whole(1), svm.size, static_cast<cl_uint>(arguments.whole(3)));
  // The call has no status; all it says is that there is no memory to be had.
  constexpr cl_int kMemObjectAllocationFailure = -4;
  if (svm.driver == nullptr) return number(env, kMemObjectAllocationFailure);
  library->clRetainContext(in);
  return handle_of(arguments, svm, [&] { release_svm(arguments.environment(), svm); });
}

napi_value svm_bytes(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  Object* svm = arguments.object(0, Kind::kSvm);
  if (svm == nullptr) return nullptr;
  napi_value bytes = nullptr;
  if (svm->bytes != nullptr) {
    napi_get_reference_value(env, svm->bytes, &bytes);
    return bytes;
  }
  const napi_status made = napi_create_external_arraybuffer(env, svm->driver, svm->size, keep, nullptr, &bytes);
  if (made != napi_ok) return nullptr;
  if (napi_create_reference(env, bytes, 1, &svm->bytes) == napi_ok) return bytes;
  napi_detach_arraybuffer(env, bytes);
  return nullptr;
}

void release_svm(Environment& environment, const Object& svm) {
  if (svm.bytes != nullptr) {
    napi_handle_scope scope = nullptr;
    napi_value bytes = nullptr;
    // As its environment ends there is no scope to be had, and no one left to look.
    if (!environment.closing && napi_open_handle_scope(environment.env, &scope) == napi_ok) {
      if (napi_get_reference_value(environment.env, svm.bytes, &bytes) == napi_ok && bytes != nullptr) {
        napi_detach_arraybuffer(environment.env, bytes);
      }
      napi_close_handle_scope(environment.env, scope);
    }
    napi_delete_reference(environment.env, svm.bytes);
  }
  svm.library->clSVMFree(static_cast<cl_context>(svm.owner), svm.driver);
  const DriverLock lock;
  svm.library->clReleaseContext(static_cast<cl_context>(svm.owner));
}

}  // namespace rxcl
