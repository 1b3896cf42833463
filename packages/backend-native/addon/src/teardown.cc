// The end of an environment: commands in flight come first, then everything it holds is given back.
#include "completion.h"
#include "ends.h"
#include "hand-over.h"
#include "memory.h"
#include "pin.h"

namespace rxcl {
namespace {

constexpr uint64_t kEveryMilliseconds = 2;
// So long nothing may end before the driver is given up. What it may still use is then never freed.
constexpr uint64_t kPatience = 5'000;
// The same where nobody waits for a command any more.
constexpr uint64_t kPatienceWithAbandoned = 500;
// So long a callback may take to follow its command's end.
constexpr uint64_t kCallbackPatience = 50;

void release_everything(Environment& environment) {
  // A context last: what is in it counts on it.
  for (const Kind kind :
       {Kind::kMapping, Kind::kQueue, Kind::kMem, Kind::kSvm, Kind::kContext, Kind::kDevice}) {
    environment.handles.each(kind, [&](Object* object) { release_object(environment, object); });
  }
  for (napi_ref reference : {environment.registered[0], environment.registered[1], environment.listener}) {
    if (reference != nullptr) napi_delete_reference(environment.env, reference);
  }
  let_go_of_pins(environment);
  if (environment.pool != nullptr) environment.pool->close();
}

uint64_t patience_with(const Environment& environment) {
  if (environment.awaited > 0) return kPatience;
  if (environment.in_flight > 0 || !environment.thread.is_idle()) return kPatienceWithAbandoned;
  return environment.callbacks_due > 0 ? kCallbackPatience : 0;
}

void closed(uv_handle_t* handle) {
  auto* environment = static_cast<Environment*>(handle->data);
  if (--environment->open_handles > 0) return;
  const napi_async_cleanup_hook_handle hook = environment->hook;
  // A driver that may still call back, write, or return to the submission thread, keeps all this.
  const bool is_unused =
      environment->in_flight == 0 && environment->callbacks_due == 0 && environment->pins == 0 && !environment->stuck;
  if (is_unused) delete environment;
  napi_remove_async_cleanup_hook(hook);
}

void finish(Environment& environment) {
  uv_timer_stop(&environment.timer);
  environment.closed.store(true);
  // Nobody wakes the loop from now on; whoever is about to is waited for, a few instructions.
  while (environment.inside.load() != 0) continue;
  environment.stuck = !environment.thread.stop();
  collect(environment);
  if (environment.in_flight == 0 && !environment.stuck) release_everything(environment);
  if (environment.context != nullptr) napi_async_destroy(environment.env, environment.context);
  uv_close(reinterpret_cast<uv_handle_t*>(&environment.wake), closed);
  uv_close(reinterpret_cast<uv_handle_t*>(&environment.timer), closed);
}

}  // namespace

void tear_down_step(Environment* environment) {
  if (environment->closed.load()) return;
  const uint64_t now = uv_now(environment->timer.loop);
  sweep_running(*environment);
  while (Command* command = environment->ended.first) {
    settle(*environment, command, false);
    retire(*environment, command);
    environment->progress_at = now;
  }
  if (now - environment->progress_at >= patience_with(*environment)) finish(*environment);
}

void tear_down(napi_async_cleanup_hook_handle handle, void* data) {
  auto* environment = static_cast<Environment*>(data);
  hand_over_spent(*environment);
  environment->closing = true;
  environment->progress_at = uv_now(environment->timer.loop);
  const auto step = [](uv_timer_t* timer) { tear_down_step(static_cast<Environment*>(timer->data)); };
  uv_timer_start(&environment->timer, step, kEveryMilliseconds, kEveryMilliseconds);
  tear_down_step(environment);
}

}  // namespace rxcl
