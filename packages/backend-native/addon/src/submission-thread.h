// A thread that gives blocks of commands to the driver, while JavaScript makes the next.
//
// On JavaScript's thread a command costs about as much in the driver as in the library: two threads halve the time of a
// long batch. A few commands are faster given at once, which JavaScript's thread does itself as long as this one has
// nothing to do: so the driver gets all commands in the order in which they were submitted.
#pragma once

#include <uv.h>

#include <atomic>

#include "block.h"

namespace rxcl {

class SubmissionThread {
 public:
  bool is_started() const { return environment_ != nullptr; }
  // Whether everything that was pushed is with the driver.
  bool is_idle() const { return pushed_ == given_.load(std::memory_order_acquire); }
  // Starts the thread if need be; false where the system has none to give.
  bool start(Environment* environment);
  void push(Block* block);
  // The blocks that are through, in no particular order, as a list.
  Block* take_finished() { return finished_.exchange(nullptr, std::memory_order_acquire); }
  // Ends the thread if it has nothing to do. False where it is in a call of the driver: what it uses must stay for ever.
  bool stop();

 private:
  void run();
  Block* take();

  Environment* environment_ = nullptr;
  uv_thread_t thread_;
  uv_mutex_t mutex_;
  uv_cond_t pushed_one_;
  // Guarded by the mutex: the blocks to be given, and whether there will be no more.
  Block* first_ = nullptr;
  Block* last_ = nullptr;
  bool stopping_ = false;
  // On JavaScript's thread.
  uint64_t pushed_ = 0;
  std::atomic<uint64_t> given_{0};
  std::atomic<Block*> finished_{nullptr};
};

}  // namespace rxcl
