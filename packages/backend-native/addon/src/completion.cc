#include "completion.h"

namespace rxcl {
namespace {

// On any thread, also on JavaScript's and then before clSetEventCallback has returned. It may only pass the word on.
void RXCL_CALL called_back(cl_event, cl_int status, void* data) {
  auto* command = static_cast<Command*>(data);
  Environment* environment = command->environment;
  environment->inside.fetch_add(1);
  command->status = status;
  Command* below = environment->called.load(std::memory_order_relaxed);
  do command->below = below;
  while (!environment->called.compare_exchange_weak(below, command, std::memory_order_release,
                                                    std::memory_order_relaxed));
  // Whoever put the first one there has woken the loop.
  if (below == nullptr && !environment->closed.load()) uv_async_send(&environment->wake);
  environment->inside.fetch_sub(1);
}

void end(Environment& environment, Command* command) {
  environment.running.remove(command);
  environment.ended.append(command);
  command->ended = true;
}

}  // namespace

void enter(Environment& environment, Command* command) {
  environment.running.append(command);
  environment.in_flight++;
  if (environment.awaited++ == 0) uv_ref(reinterpret_cast<uv_handle_t*>(&environment.wake));
}

void give_up(Environment& environment, Command* command) {
  if (command->abandoned) return;
  command->abandoned = true;
  if (--environment.awaited == 0) uv_unref(reinterpret_cast<uv_handle_t*>(&environment.wake));
}

void watch(Environment& environment, Command* command, uint16_t version) {
  constexpr uint16_t kVersion11 = 101;
  const auto set_callback = version < kVersion11 ? nullptr : command->library->clSetEventCallback;
  command->callback_due = true;
  environment.callbacks_due++;
  if (set_callback != nullptr && set_callback(command->event, kSuccess, called_back, command) == kSuccess) return;
  // Only sweep will find its end.
  command->callback_due = false;
  environment.callbacks_due--;
}

void refuse(Environment& environment, Command* command, cl_int status) {
  command->status = status;
  end(environment, command);
  wake_soon(environment);
}

void collect(Environment& environment) {
  Command* top = environment.called.exchange(nullptr, std::memory_order_acquire);
  Command* oldest = nullptr;
  while (top != nullptr) {
    Command* below = top->below;
    top->below = oldest;
    oldest = top;
    top = below;
  }
  while (oldest != nullptr) {
    Command* command = oldest;
    oldest = command->below;
    command->callback_due = false;
    environment.callbacks_due--;
    if (command->drained) environment.commands.give(command);
    else if (!command->ended) end(environment, command);
  }
}

cl_int status_of(const Command* command) {
  if (command->event == nullptr) return command->status;
  cl_int status = 0;
  const cl_int answer = command->library->clGetEventInfo(command->event, kEventStatus, sizeof(status), &status, nullptr);
  return answer == kSuccess ? status : answer;
}

bool sweep_running(Environment& environment) {
  collect(environment);
  Command* next = nullptr;
  for (Command* command = environment.running.first; command != nullptr; command = next) {
    next = command->next;
    if (status_of(command) <= 0) end(environment, command);
  }
  return environment.ended.first != nullptr;
}

cl_int settle(Environment& environment, Command* command, bool copy_back) {
  cl_int status = status_of(command);
  // The callback has come although the query still names a running state: what it was told holds then.
  if (status > 0) status = command->status;
  for (HostUse* use = command->hosts; use != nullptr;) {
    HostUse* next = use->next;
    const cl_int copied = environment.host.release(environment.env, use, copy_back && !command->abandoned && status == kSuccess);
    if (copied != kSuccess) status = copied;
    use = next;
  }
  command->hosts = nullptr;
  return status;
}

void wake_soon(Environment& environment) {
  uv_async_send(&environment.wake);
}

void wake_up(uv_async_t* handle) {
  auto* environment = static_cast<Environment*>(handle->data);
  if (environment->closing) return tear_down_step(environment);
  collect(*environment);
  Command* first = environment->ended.first;
  if (first == nullptr || environment->listener == nullptr) return;

  napi_env env = environment->env;
  napi_handle_scope scope = nullptr;
  if (napi_open_handle_scope(env, &scope) != napi_ok) return;
  napi_value listener = nullptr;
  napi_value receiver = nullptr;
  napi_get_reference_value(env, environment->listener, &listener);
  napi_get_global(env, &receiver);
  napi_make_callback(env, environment->context, receiver, listener, 0, nullptr, nullptr);
  bool pending = false;
  napi_value error = nullptr;
  if (napi_is_exception_pending(env, &pending) == napi_ok && pending &&
      napi_get_and_clear_last_exception(env, &error) == napi_ok) {
    napi_fatal_exception(env, error);
  }
  napi_close_handle_scope(env, scope);
  // A listener that stopped half way is called again; one that takes nothing would be called for ever.
  if (environment->ended.first != nullptr && environment->ended.first != first) wake_soon(*environment);
}

}  // namespace rxcl
