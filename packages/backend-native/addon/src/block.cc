#include "block.h"

#include <new>

#include "completion.h"

namespace rxcl {
namespace {

// A block that has once been as large as this is not kept.
constexpr size_t kMostWaitsKept = 1 << 16;

// The driver's events of a wait list, into block.events. Some drivers hang, or run the command, where one has failed
// already, so that is looked up unless it came with this batch.
cl_int events_of(Block& block, const Command* command) {
  cl_int status = kSuccess;
  for (cl_uint i = 0; i < command->wait_count; i++) {
    const Command* waited = block.waits.items()[command->first_wait + i];
    if (waited->event == nullptr) status = kWaitListFailed;
    else if (waited->batch != command->batch && status_of(waited) < 0) status = kWaitListFailed;
    block.events.items()[i] = waited->event;
  }
  return status;
}

void give_one(Block& block, Command* command) {
  cl_int status = events_of(block, command);
  if (status == kSuccess) {
    const cl_event* waits = command->wait_count == 0 ? nullptr : block.events.items();
    status = make_call(*command->library, command->call, command->wait_count, waits, &command->event);
  }
  if (status == kSuccess) watch(command);
  else refuse(command, status);
}

}  // namespace

void Block::append(Command* command) {
  if (last == nullptr) first = command;
  else last->following = command;
  last = command;
  count++;
}

void Block::retain_queues() {
  for (const UsedQueue& used : queues) used.library->clRetainCommandQueue(used.queue);
  retained = true;
}

void give(Environment& environment, Block& block) {
  for (Command* command = block.first; command != nullptr;) {
    // Once it is given, the command may end, and its record be used again.
    Command* following = command->following;
    give_one(block, command);
    if (is_closed(environment)) return;
    command = following;
  }
  for (const UsedQueue& used : block.queues) {
    used.library->clFlush(used.queue);
    if (block.retained) used.library->clReleaseCommandQueue(used.queue);
  }
  for (const SpentEvent& spent : block.spent) spent.library->clReleaseEvent(spent.event);
}

BlockPool::~BlockPool() {
  while (free_ != nullptr) {
    Block* next = free_->next;
    delete free_;
    free_ = next;
  }
}

Block* BlockPool::take() {
  Block* block = free_;
  if (block == nullptr) return new (std::nothrow) Block();
  free_ = block->next;
  block->next = nullptr;
  return block;
}

void BlockPool::give_back(Block* block) {
  if (block->waits.capacity() > kMostWaitsKept) {
    delete block;
    return;
  }
  block->first = nullptr;
  block->last = nullptr;
  block->count = 0;
  block->waits.clear();
  block->queues.clear();
  block->spent.clear();
  block->retained = false;
  block->next = free_;
  free_ = block;
}

}  // namespace rxcl
