// Everything of one JavaScript environment: the main thread's or a worker's.
#pragma once

#include <node_api.h>
#include <uv.h>

#include <atomic>

#include "block.h"
#include "handles.h"
#include "host-pool.h"
#include "submission-thread.h"

namespace rxcl {

struct Pin;

// A first and last of commands, in order.
struct CommandList {
  Command* first = nullptr;
  Command* last = nullptr;

  void append(Command* command);
  void remove(Command* command);
};

struct Environment {
  napi_env env = nullptr;
  // What `open` opened last.
  const Library* library = nullptr;
  Handles handles;
  CommandPool commands;
  BlockPool blocks;
  HostMemory host;
  SubmissionThread thread;
  // The events to be released that the thread has not been given yet.
  Block* spent = nullptr;
  // Null until it is needed.
  HostPool* pool = nullptr;

  // The registered arrays.
  napi_ref registered[2] = {};
  const double* words = nullptr;
  size_t words_length = 0;
  double* ends = nullptr;
  size_t ends_length = 0;
  uint64_t batch = 0;

  // Without an end.
  CommandList running;
  // With an end that has not been drained.
  CommandList ended;
  size_t in_flight = 0;
  // Those in flight that have not been abandoned: they keep the process alive.
  size_t awaited = 0;
  // How many of them, and of those that were drained before, have a callback to come.
  size_t callbacks_due = 0;

  // Shared with the driver's threads and the submission thread: the commands whose callback has come, how many threads
  // are about to use `wake`, and whether it may no longer be used.
  std::atomic<Command*> called{nullptr};
  std::atomic<uint32_t> inside{0};
  std::atomic<bool> closed{false};

  // The views over which a driver has memory, and those of them that it has given back, on any thread.
  size_t pins = 0;
  std::atomic<Pin*> unpinned{nullptr};

  uv_async_t wake;
  napi_async_context context = nullptr;
  napi_ref listener = nullptr;

  napi_async_cleanup_hook_handle hook = nullptr;
  uv_timer_t timer;
  bool closing = false;
  // The submission thread does not come back from the driver.
  bool stuck = false;
  uint64_t progress_at = 0;
  int open_handles = 0;
};

// Makes an environment and its cleanup hook; null after a failure, with an exception pending or not.
Environment* make_environment(napi_env env);

// Called when the JavaScript environment ends.
void tear_down(napi_async_cleanup_hook_handle handle, void* environment);
void tear_down_step(Environment* environment);

}  // namespace rxcl
