// A command that was handed to the driver, until its end has been drained and its callback has come.
#pragma once

#include "host-memory.h"
#include "library.h"

namespace rxcl {

struct Environment;

struct Command {
  Environment* environment;
  const Library* library;
  // Null where the driver refused the command.
  cl_event event;
  HostUse* hosts;
  // In the environment's list of commands without an end, or of ends to be drained.
  Command* previous;
  Command* next;
  // In the stack that callbacks fill, or among the free.
  Command* below;
  // The submit it came with.
  uint64_t batch;
  uint32_t slot;
  // Why it was refused, or what the callback was told.
  cl_int status;
  bool profiling;
  // Nobody waits for its end any more.
  bool abandoned;
  // Its end is known.
  bool ended;
  // Its end was found without its callback, which may still come: until then the record must stay.
  bool callback_due;
  // Its end has been drained; what is left waits for the callback.
  bool drained;
};

// Records by event slot, and those that are free.
class CommandPool {
 public:
  ~CommandPool();
  // The command of an event slot, or null.
  Command* at(uint64_t slot) const {
    if (slot >= kSlots) return nullptr;
    Command** page = pages_[slot >> kPageBits];
    return page == nullptr ? nullptr : page[slot & (kPageSlots - 1)];
  }
  // A record for a slot that has none; null without memory or for a slot beyond any bound.
  Command* take(uint64_t slot);
  // The slot is free again; the record is not.
  void leave(const Command* command) { pages_[command->slot >> kPageBits][command->slot & (kPageSlots - 1)] = nullptr; }
  void give(Command* command) {
    command->below = free_;
    free_ = command;
  }

 private:
  static constexpr uint32_t kPageBits = 10;
  static constexpr uint32_t kPageSlots = 1 << kPageBits;
  static constexpr uint64_t kPages = 8192;
  static constexpr uint64_t kSlots = kPages * kPageSlots;

  struct Chunk {
    Chunk* next;
    Command commands[64];
  };

  bool grow();

  Command** pages_[kPages] = {};
  Chunk* chunks_ = nullptr;
  Command* free_ = nullptr;
};

}  // namespace rxcl
