#pragma once

#include "environment.h"

namespace rxcl {

// Forgets a command whose end is known and whose memory is given back: its slot is free.
void retire(Environment& environment, Command* command);

}  // namespace rxcl
