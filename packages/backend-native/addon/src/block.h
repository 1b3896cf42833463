// Work for the driver: commands that go there together, and events that it gets back.
#pragma once

#include "command.h"
#include "growing.h"

namespace rxcl {

struct UsedQueue {
  const Library* library;
  cl_command_queue queue;
};

struct SpentEvent {
  const Library* library;
  cl_event event;
};

struct Block {
  // In the thread's line, among the finished, or among the free.
  Block* next = nullptr;
  Command* first = nullptr;
  Command* last = nullptr;
  size_t count = 0;
  // The wait lists of its commands, one after another. What is in here stays until the block is through.
  Growing<Command*> waits;
  // Room for the longest of them as the driver's events.
  Growing<cl_event> events;
  // To be flushed.
  Growing<UsedQueue> queues;
  // The queues were retained: the program may give one back before it is flushed.
  bool retained = false;
  // Events of commands that have been drained. To release one takes a third of the time that JavaScript has for a
  // command, and more where another thread, whose allocation it was, is at work.
  Growing<SpentEvent> spent;

  void append(Command* command);
  void retain_queues();
};

// Gives the commands to the driver, in order, flushes their queues and releases the spent events. Ends early once the
// environment is closed.
void give(Environment& environment, Block& block);

// The environment's blocks that are not in use.
class BlockPool {
 public:
  ~BlockPool();
  // An empty block; null without memory.
  Block* take();
  void give_back(Block* block);

 private:
  Block* free_ = nullptr;
};

}  // namespace rxcl
