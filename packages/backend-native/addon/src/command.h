// A command, from `submit` until its end has been drained, its callback has come and no wait list has it.
#pragma once

#include <atomic>

#include "call.h"
#include "host-memory.h"

namespace rxcl {

struct Environment;

// What has become of a command: bits of Command::stage.
enum Stage : uint8_t {
  // Whoever gave it to the driver is done with the record; until then only that thread knows its event.
  kGiven = 1,
  // Its callback has come.
  kCalled = 2,
  // The driver takes no callback.
  kUnwatched = 4,
};

struct Command {
  Environment* environment = nullptr;
  const Library* library = nullptr;
  // Null where the driver refused the command.
  cl_event event = nullptr;
  HostUse* hosts = nullptr;
  // In the environment's list of commands without an end, or of ends to be drained.
  Command* previous = nullptr;
  Command* next = nullptr;
  // In the stack that callbacks fill, or among the free.
  Command* below = nullptr;
  // In its block.
  Command* following = nullptr;
  // Where its wait list begins among those of its block.
  size_t first_wait = 0;
  cl_uint wait_count = 0;
  uint32_t slot = 0;
  // The submit it came with.
  uint64_t batch = 0;
  // Of its queue.
  uint16_t version = 0;
  bool unwatched = false;
  // Null where the operation needs none.
  Details* details = nullptr;
  // That of a map or an unmap, counted in.
  Mapping* mapping = nullptr;
  std::atomic<uint8_t> stage{0};
  // Why it was refused, or what the callback was told.
  std::atomic<cl_int> status{kSuccess};

  // The rest is for JavaScript's thread alone.
  bool profiling = false;
  // Nobody waits for its end any more.
  bool abandoned = false;
  // Its end is known.
  bool ended = false;
  // Until its callback has come, which may be long after its end was found without it, the record must stay.
  bool callback_due = false;
  // Its end has been drained.
  bool drained = false;
  // In how many wait lists of blocks it is: those need its event.
  uint32_t waited_for = 0;

  // Not set to begin with.
  Call call;
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
