#include "completion.h"

#include <cstdlib>

#include "hand-over.h"
#include "mapping.h"
#include "pin.h"

namespace rxcl {
namespace {

// Puts a command among those that JavaScript's thread takes over. Nobody else may touch it from then on.
void pass_on(Command* command) {
  Environment* environment = command->environment;
  environment->inside.fetch_add(1);
  Command* below = environment->called.load(std::memory_order_relaxed);
  do command->below = below;
  while (!environment->called.compare_exchange_weak(below, command, std::memory_order_release,
                                                    std::memory_order_relaxed));
  // Whoever put the first one there has woken the loop.
  if (below == nullptr && !environment->closed.load()) uv_async_send(&environment->wake);
  environment->inside.fetch_sub(1);
}

// Two have to be done with the record, in whichever order: the thread that gives the command, and its callback.
void done_with(Command* command, Stage mine, Stage other) {
  if (command->stage.fetch_or(mine, std::memory_order_acq_rel) & other) pass_on(command);
}

// On any thread, also on the giving one and then before clSetEventCallback has returned. It may only pass the word on.
void RXCL_CALL called_back(cl_event, cl_int status, void* data) {
  auto* command = static_cast<Command*>(data);
  command->status.store(status, std::memory_order_relaxed);
  done_with(command, kCalled, kGiven);
}

void end(Environment& environment, Command* command) {
  environment.running.remove(command);
  environment.ended.append(command);
  command->ended = true;
}

void callback_is_over(Environment& environment, Command* command) {
  if (!command->callback_due) return;
  command->callback_due = false;
  environment.callbacks_due--;
}

}  // namespace

void watch(Command* command) {
  constexpr uint16_t kVersion11 = 101;
  const bool has_callbacks = command->version >= kVersion11 && !command->unwatched;
  const auto set_callback = has_callbacks ? command->library->clSetEventCallback : nullptr;
  if (set_callback != nullptr && set_callback(command->event, kSuccess, called_back, command) == kSuccess) {
    done_with(command, kGiven, kCalled);
  } else {
    // Only sweep will find its end.
    command->stage.fetch_or(kGiven | kUnwatched, std::memory_order_release);
  }
}

void refuse(Command* command, cl_int status) {
  command->event = nullptr;
  command->status.store(status, std::memory_order_relaxed);
  // A sweep may see this first.
  command->stage.store(kGiven | kCalled, std::memory_order_release);
  pass_on(command);
}

cl_int status_of(const Command* command) {
  if (command->event == nullptr) return command->status.load(std::memory_order_relaxed);
  cl_int status = 0;
  const cl_int answer = command->library->clGetEventInfo(command->event, kEventStatus, sizeof(status), &status, nullptr);
  return answer == kSuccess ? status : answer;
}

void wake_soon(Environment& environment) {
  environment.inside.fetch_add(1);
  if (!environment.closed.load()) uv_async_send(&environment.wake);
  environment.inside.fetch_sub(1);
}

bool is_closed(const Environment& environment) {
  return environment.closed.load();
}

void enter(Environment& environment, Command* command) {
  environment.running.append(command);
  environment.in_flight++;
  command->callback_due = true;
  environment.callbacks_due++;
  if (environment.awaited++ == 0) uv_ref(reinterpret_cast<uv_handle_t*>(&environment.wake));
}

void give_up(Environment& environment, Command* command) {
  if (command->abandoned) return;
  command->abandoned = true;
  if (--environment.awaited == 0) uv_unref(reinterpret_cast<uv_handle_t*>(&environment.wake));
}

void collect(Environment& environment) {
  let_go_of_pins(environment);
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
    callback_is_over(environment, command);
    if (!command->ended) end(environment, command);
    else let_go(environment, command);
  }
  for (Block* block = environment.thread.take_finished(); block != nullptr;) {
    Block* next = block->next;
    finish_block(environment, block);
    block = next;
  }
}

bool sweep_running(Environment& environment, size_t most) {
  collect(environment);
  Command* next = nullptr;
  for (Command* command = environment.running.first; command != nullptr && most > 0; command = next) {
    next = command->next;
    const uint8_t stage = command->stage.load(std::memory_order_acquire);
    // They are given in this order.
    if ((stage & kGiven) == 0) break;
    if (status_of(command) > 0) {
      most--;
      continue;
    }
    if (stage & kUnwatched) callback_is_over(environment, command);
    end(environment, command);
  }
  return environment.ended.first != nullptr;
}

cl_int settle(Environment& environment, Command* command, bool copy_back) {
  cl_int status = status_of(command);
  // The callback has come although the query still names a running state: what it was told holds then.
  if (status > 0) status = command->status.load(std::memory_order_relaxed);
  for (HostUse* use = command->hosts; use != nullptr;) {
    HostUse* next = use->next;
    const bool lands = copy_back && !command->abandoned && status == kSuccess;
    const cl_int copied = environment.host.release(environment.env, use, lands);
    if (copied != kSuccess) status = copied;
    use = next;
  }
  command->hosts = nullptr;
  free(command->details);
  command->details = nullptr;
  if (command->mapping != nullptr) {
    if (command->call.op != kUnmap && status == kSuccess) command->mapping->mapped = true;
    drop_mapping(environment, command->mapping);
    command->mapping = nullptr;
  }
  return status;
}

void wake_up(uv_async_t* handle) {
  auto* environment = static_cast<Environment*>(handle->data);
  if (environment->closing) return tear_down_step(environment);
  collect(*environment);
  hand_over_spent(*environment);
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
