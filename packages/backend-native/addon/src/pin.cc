#include "pin.h"

#include <cstdlib>

#include "completion.h"

namespace rxcl {

struct Pin {
  Pin* next;
  Environment* environment;
  napi_ref view;
};

namespace {

constexpr uint16_t kVersion11 = 101;

// On any thread, and on JavaScript's within a release.
void RXCL_CALL destroyed(cl_mem, void* data) {
  auto* pin = static_cast<Pin*>(data);
  Environment& environment = *pin->environment;
  environment.inside.fetch_add(1);
  Pin* next = environment.unpinned.load(std::memory_order_relaxed);
  do pin->next = next;
  while (!environment.unpinned.compare_exchange_weak(next, pin, std::memory_order_release, std::memory_order_relaxed));
  if (!environment.closed.load()) uv_async_send(&environment.wake);
  environment.inside.fetch_sub(1);
}

// Has the driver say when it is done with the view; false where it does not.
bool pin(Environment& environment, const Object& object, napi_ref view) {
  const auto tell = object.library->clSetMemObjectDestructorCallback;
  if (tell == nullptr || object.version < kVersion11) return false;
  auto* made = static_cast<Pin*>(malloc(sizeof(Pin)));
  if (made == nullptr) return false;
  *made = Pin{nullptr, &environment, view};
  environment.pins++;
  if (tell(static_cast<cl_mem>(object.driver), destroyed, made) == kSuccess) return true;
  environment.pins--;
  free(made);
  return false;
}

}  // namespace

napi_value kept_over(const Arguments& arguments, Object& object, uint64_t flags, napi_value view) {
  Environment& environment = arguments.environment();
  napi_ref kept = nullptr;
  if (flags & kMemUseHostPtr) {
    if (napi_create_reference(environment.env, view, 1, &kept) != napi_ok) {
      object.library->clReleaseMemObject(static_cast<cl_mem>(object.driver));
      return number(environment.env, kOutOfHostMemory);
    }
    if (!pin(environment, object, kept)) object.bytes = kept;
  }
  return handle_of(arguments, object, [&] {
    object.library->clReleaseMemObject(static_cast<cl_mem>(object.driver));
    if (object.bytes != nullptr) napi_delete_reference(environment.env, object.bytes);
  });
}

void let_go_of_pins(Environment& environment) {
  for (Pin* pin = environment.unpinned.exchange(nullptr, std::memory_order_acquire); pin != nullptr;) {
    Pin* next = pin->next;
    napi_delete_reference(environment.env, pin->view);
    environment.pins--;
    free(pin);
    pin = next;
  }
}

}  // namespace rxcl
