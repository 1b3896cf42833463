#include "environment.h"

#include <new>

#include "completion.h"

namespace rxcl {

void CommandList::append(Command* command) {
  command->previous = last;
  command->next = nullptr;
  if (last == nullptr) first = command;
  else last->next = command;
  last = command;
}

void CommandList::remove(Command* command) {
  if (command->previous == nullptr) first = command->next;
  else command->previous->next = command->next;
  if (command->next == nullptr) last = command->previous;
  else command->next->previous = command->previous;
}

Environment* make_environment(napi_env env) {
  auto* environment = new (std::nothrow) Environment();
  if (environment == nullptr) return nullptr;
  environment->env = env;
  uv_loop_t* loop = nullptr;
  if (napi_get_uv_event_loop(env, &loop) != napi_ok || uv_async_init(loop, &environment->wake, wake_up) != 0) {
    delete environment;
    return nullptr;
  }
  environment->wake.data = environment;
  uv_unref(reinterpret_cast<uv_handle_t*>(&environment->wake));
  uv_timer_init(loop, &environment->timer);
  environment->timer.data = environment;
  environment->open_handles = 2;
  // From here on the hook takes the environment down, whatever else fails.
  if (napi_add_async_cleanup_hook(env, tear_down, environment, &environment->hook) != napi_ok) return nullptr;
  napi_set_instance_data(env, environment, nullptr, nullptr);

  napi_value name = nullptr;
  napi_create_string_utf8(env, "rxcl", NAPI_AUTO_LENGTH, &name);
  return napi_async_init(env, nullptr, name, &environment->context) == napi_ok ? environment : nullptr;
}

}  // namespace rxcl
