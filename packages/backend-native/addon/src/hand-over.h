// How blocks come to the driver, on JavaScript's thread.
#pragma once

#include "environment.h"

namespace rxcl {

// Gives a block to the driver, or to the submission thread; it may be used no more.
void hand_over(Environment& environment, Block* block);
// The block is through: what it waited for may go, and it may be used again.
void finish_block(Environment& environment, Block* block);
// Forgets a drained command as far as nothing needs it any more.
void let_go(Environment& environment, Command* command);
// Hands over the events that have collected since the last time.
void hand_over_spent(Environment& environment);

}  // namespace rxcl
