// register and submit: packed commands go to the driver.
#include <algorithm>
#include <cstdlib>

#include "arguments.h"
#include "completion.h"
#include "enqueue.h"
#include "functions.h"

namespace rxcl {
namespace {

constexpr size_t kHeader = 4;

struct Batch {
  Environment& environment;
  napi_value host;
  Words words;
  // The queues used, to be flushed.
  Object** queues;
  size_t queue_count;
};

// The words of a queue's object cannot move while a batch is submitted: nothing is created in between.
void note_queue(Batch& batch, Object* queue) {
  if (queue->used_in == batch.environment.batch) return;
  queue->used_in = batch.environment.batch;
  constexpr size_t kBetweenFlushes = 64;
  if (batch.queue_count == kBetweenFlushes) {
    // Rare: so many queues in one batch. The oldest is flushed early, and again if it is used again.
    Object* oldest = batch.queues[0];
    oldest->library->clFlush(static_cast<cl_command_queue>(oldest->driver));
    oldest->used_in = 0;
    std::copy(batch.queues + 1, batch.queues + kBetweenFlushes, batch.queues);
    batch.queue_count--;
  }
  batch.queues[batch.queue_count++] = queue;
}

bool has_room(Environment& environment, size_t count) {
  if (count <= environment.waits_capacity) return true;
  auto* waits = static_cast<cl_event*>(realloc(environment.waits, count * sizeof(cl_event)));
  if (waits == nullptr) return false;
  environment.waits = waits;
  environment.waits_capacity = count;
  return true;
}

// Turns event slots into the driver's events. Some drivers hang, or run the command, where one has failed already, so
// that is looked up unless it came with this batch.
cl_int wait_list(Environment& environment, Words& words, size_t count) {
  if (!has_room(environment, count)) return kOutOfHostMemory;
  cl_int status = kSuccess;
  for (size_t i = 0; i < count; i++) {
    const Command* waited = environment.commands.at(words.next());
    if (!words.valid() || waited == nullptr) return kInvalidEventWaitList;
    if (waited->event == nullptr) status = kWaitListFailed;
    else if (waited->batch != environment.batch && status_of(waited) < 0) status = kWaitListFailed;
    environment.waits[i] = waited->event;
  }
  return status;
}

// Takes one command from the words; false where they do not lie as they must, and then it has no end either.
bool submit_one(Batch& batch) {
  Environment& environment = batch.environment;
  Words& words = batch.words;
  if (words.left() < kHeader) return false;
  const uint64_t op = words.next();
  const uint64_t queue_handle = words.next();
  const uint64_t slot = words.next();
  const uint64_t wait_count = words.next();
  const int argument_words = argument_count(op);
  if (!words.valid() || argument_words < 0 || wait_count > words.left()) return false;
  if (static_cast<size_t>(argument_words) > words.left() - wait_count) return false;
  // An end for a slot that is taken would be taken for the end of the command that has it.
  Command* command = environment.commands.at(slot) == nullptr ? environment.commands.take(slot) : nullptr;
  if (command == nullptr) return false;
  *command = Command{};
  command->environment = &environment;
  command->slot = static_cast<uint32_t>(slot);
  command->batch = environment.batch;
  enter(environment, command);

  Words waits = words.part(wait_count);
  const Words arguments = words.part(static_cast<size_t>(argument_words));
  Object* queue = environment.handles.find(queue_handle, Kind::kQueue);
  cl_int status = queue == nullptr ? static_cast<cl_int>(kInvalidQueue) : wait_list(environment, waits, wait_count);
  if (status == kSuccess) {
    command->library = queue->library;
    command->profiling = queue->profiling;
    const cl_event* list = wait_count == 0 ? nullptr : environment.waits;
    Step step{environment, *queue->library, *queue, batch.host, arguments, static_cast<cl_uint>(wait_count), list, command};
    status = enqueue(op, step);
    note_queue(batch, queue);
  }
  if (status == kSuccess) {
    watch(environment, command, queue->version);
  } else {
    command->event = nullptr;
    refuse(environment, command, status);
  }
  return true;
}

}  // namespace

napi_value register_arrays(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  Environment& environment = arguments.environment();
  void* data[2] = {};
  size_t length[2] = {};
  for (size_t i = 0; i < 2; i++) {
    bool typed = false;
    napi_typedarray_type type = napi_int8_array;
    if (napi_is_typedarray(env, arguments.value(i), &typed) == napi_ok && typed) {
      napi_get_typedarray_info(env, arguments.value(i), &type, &length[i], &data[i], nullptr, nullptr);
    }
    if (type != napi_float64_array) {
      napi_throw_type_error(env, nullptr, "register: two Float64Arrays are needed");
      return nullptr;
    }
  }
  for (size_t i = 0; i < 2; i++) {
    if (environment.registered[i] != nullptr) napi_delete_reference(env, environment.registered[i]);
    environment.registered[i] = nullptr;
    if (napi_create_reference(env, arguments.value(i), 1, &environment.registered[i]) != napi_ok) length[i] = 0;
  }
  environment.words = static_cast<double*>(data[0]);
  environment.words_length = length[0];
  environment.ends = static_cast<double*>(data[1]);
  environment.ends_length = length[1];
  return nullptr;
}

napi_value submit(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  Environment& environment = arguments.environment();
  const uint64_t count = arguments.whole(0);
  if (count > environment.words_length) {
    napi_throw_range_error(env, nullptr, "submit: more words than the registered array has");
    return nullptr;
  }
  environment.batch++;
  Object* queues[64];
  Batch batch{environment, arguments.value(1), Words(environment.words, count), queues, 0};
  bool readable = true;
  while (readable && batch.words.left() > 0) readable = submit_one(batch);
  for (size_t i = 0; i < batch.queue_count; i++) {
    queues[i]->library->clFlush(static_cast<cl_command_queue>(queues[i]->driver));
  }
  if (!readable) napi_throw_range_error(env, nullptr, "submit: the words are no commands, or an event slot is taken");
  return nullptr;
}

}  // namespace rxcl
