#include "hand-over.h"

namespace rxcl {
namespace {

// Up to so many commands are given to the driver at once, on this thread, where the other has nothing to do: to wake
// that takes about as long.
constexpr size_t kFew = 32;

void release_event(Environment& environment, Command* command) {
  const SpentEvent spent{command->library, command->event};
  command->event = nullptr;
  const bool has_thread = environment.thread.is_started() && !environment.closing;
  if (has_thread && environment.spent == nullptr) environment.spent = environment.blocks.take();
  if (has_thread && environment.spent != nullptr && environment.spent->spent.add(spent)) return;
  spent.library->clReleaseEvent(spent.event);
}

}  // namespace

void hand_over(Environment& environment, Block* block) {
  const bool at_once = block->count <= kFew && block->spent.count() <= kFew && environment.thread.is_idle();
  if (at_once || !environment.thread.start(&environment)) {
    give(environment, *block);
    finish_block(environment, block);
  } else {
    block->retain_queues();
    environment.thread.push(block);
  }
}

void finish_block(Environment& environment, Block* block) {
  for (Command* waited : block->waits) {
    waited->waited_for--;
    let_go(environment, waited);
  }
  environment.blocks.give_back(block);
}

void let_go(Environment& environment, Command* command) {
  if (!command->drained || command->waited_for > 0) return;
  if (command->event != nullptr) release_event(environment, command);
  if (!command->callback_due) environment.commands.give(command);
}

void hand_over_spent(Environment& environment) {
  Block* block = environment.spent;
  environment.spent = nullptr;
  if (block != nullptr) hand_over(environment, block);
}

}  // namespace rxcl
