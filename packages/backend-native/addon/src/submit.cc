// register and submit: packed commands go to the driver.
#include "arguments.h"
#include "completion.h"
#include "functions.h"
#include "hand-over.h"
#include "read-call.h"

namespace rxcl {
namespace {

constexpr size_t kHeader = 4;

struct Batch {
  Environment& environment;
  napi_value host;
  Words words;
  Block& block;
};

// Finds the commands behind event slots: the driver's events may not be there yet.
cl_int read_waits(Batch& batch, Words& words, size_t count, Command* command) {
  Block& block = batch.block;
  if (!block.events.reserve(count)) return kOutOfHostMemory;
  command->first_wait = block.waits.count();
  for (size_t i = 0; i < count; i++) {
    Command* waited = batch.environment.commands.at(words.next());
    if (!words.valid() || waited == nullptr) return kInvalidEventWaitList;
    if (!block.waits.add(waited)) return kOutOfHostMemory;
    waited->waited_for++;
  }
  command->wait_count = static_cast<cl_uint>(count);
  return kSuccess;
}

cl_int note_queue(Batch& batch, Object* queue) {
  if (queue->used_in == batch.environment.batch) return kSuccess;
  const UsedQueue used{queue->library, static_cast<cl_command_queue>(queue->driver)};
  if (!batch.block.queues.add(used)) return kOutOfHostMemory;
  queue->used_in = batch.environment.batch;
  return kSuccess;
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
  if (!words.valid() || wait_count > words.left()) return false;
  Words waits = words.part(wait_count);
  const size_t argument_words = argument_count(op, words);
  if (argument_words > words.left()) return false;
  // An end for a slot that is taken would be taken for the end of the command that has it.
  Command* command = environment.commands.at(slot) == nullptr ? environment.commands.take(slot) : nullptr;
  if (command == nullptr) return false;
  command->environment = &environment;
  command->slot = static_cast<uint32_t>(slot);
  command->batch = environment.batch;
  enter(environment, command);

  const Words arguments = words.part(argument_words);
  Object* queue = environment.handles.find(queue_handle, Kind::kQueue);
  cl_int status = queue == nullptr ? static_cast<cl_int>(kInvalidQueue) : note_queue(batch, queue);
  if (status == kSuccess) {
    command->library = queue->library;
    command->version = queue->version;
    command->unwatched = queue->unwatched;
    command->profiling = queue->profiling;
    command->call.op = op;
    command->call.queue = static_cast<cl_command_queue>(queue->driver);
    command->call.details = nullptr;
    status = read_waits(batch, waits, wait_count, command);
  }
  if (status == kSuccess) {
    Reading reading{environment, *queue, batch.host, arguments, command};
    status = read_call(op, reading);
  }
  if (status == kSuccess) batch.block.append(command);
  else refuse(command, status);
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
  Block* block = environment.blocks.take();
  if (block == nullptr) {
    napi_throw_error(env, nullptr, "submit: no memory");
    return nullptr;
  }
  environment.batch++;
  Batch batch{environment, arguments.value(1), Words(environment.words, count), *block};
  bool readable = true;
  while (readable && batch.words.left() > 0) readable = submit_one(batch);
  hand_over(environment, block);
  if (!readable) napi_throw_range_error(env, nullptr, "submit: the words are no commands, or an event slot is taken");
  return nullptr;
}

}  // namespace rxcl
