// drain, sweep, abandon, eventStatus: the ends of commands as JavaScript reads them.
#include "ends.h"

#include <cstring>

#include "arguments.h"
#include "completion.h"
#include "functions.h"
#include "hand-over.h"

namespace rxcl {
namespace {

constexpr size_t kEndWords = 6;
constexpr cl_uint kStamps = 4;

// Queued, submit, start and end follow each other in the interface too. They stay cl_ulongs.
void write_stamps(const Command* command, double* words) {
  for (cl_uint stamp = 0; stamp < kStamps; stamp++) {
    cl_ulong time = 0;
    command->library->clGetEventProfilingInfo(command->event, kProfilingQueued + stamp, sizeof(time), &time, nullptr);
    memcpy(&words[stamp], &time, sizeof(time));
  }
}

}  // namespace

void retire(Environment& environment, Command* command) {
  environment.ended.remove(command);
  environment.commands.leave(command);
  environment.in_flight--;
  give_up(environment, command);
  command->drained = true;
  let_go(environment, command);
}

napi_value drain(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  Environment& environment = arguments.environment();
  collect(environment);
  size_t count = 0;
  double* end = environment.ends;
  const size_t capacity = environment.ends_length / kEndWords;
  while (count < capacity && environment.ended.first != nullptr) {
    Command* command = environment.ended.first;
    const cl_int status = settle(environment, command, true);
    end[0] = command->slot;
    end[1] = status;
    memset(&end[2], 0, kStamps * sizeof(double));
    if (command->profiling && status == kSuccess) write_stamps(command, &end[2]);
    retire(environment, command);
    end += kEndWords;
    count++;
  }
  hand_over_spent(environment);
  return number(env, static_cast<double>(count));
}

napi_value sweep(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  if (sweep_running(arguments.environment())) wake_soon(arguments.environment());
  hand_over_spent(arguments.environment());
  return nullptr;
}

napi_value peek(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  // Who peeks drains: there is no need to wake anybody.
  sweep_running(arguments.environment(), arguments.whole(0));
  return nullptr;
}

napi_value abandon(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  Command* command = arguments.environment().commands.at(arguments.whole(0));
  if (command != nullptr) give_up(arguments.environment(), command);
  return nullptr;
}

napi_value event_status(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const Command* command = arguments.environment().commands.at(arguments.whole(0));
  if (command == nullptr) return number(env, kInvalidEvent);
  const bool given = command->stage.load(std::memory_order_acquire) & kGiven;
  return number(env, given ? status_of(command) : static_cast<cl_int>(kQueued));
}

napi_value on_ends(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  Environment& environment = arguments.environment();
  napi_valuetype type = napi_undefined;
  napi_typeof(env, arguments.value(0), &type);
  if (type != napi_function) {
    napi_throw_type_error(env, nullptr, "onEnds: a function is needed");
    return nullptr;
  }
  if (environment.listener != nullptr) napi_delete_reference(env, environment.listener);
  environment.listener = nullptr;
  napi_create_reference(env, arguments.value(0), 1, &environment.listener);
  if (environment.ended.first != nullptr) wake_soon(environment);
  return nullptr;
}

}  // namespace rxcl
