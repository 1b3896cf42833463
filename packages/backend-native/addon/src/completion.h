// How a command in flight comes to its end.
#pragma once

#include "environment.h"

namespace rxcl {

// On any thread.

// Asks the driver to say when the command has settled; the last that the giving thread does with it.
void watch(Command* command);
// The command ends without having run; the last that the giving thread does with it.
void refuse(Command* command, cl_int status);
// The driver's status of a command that was given, or what is known of it without the driver.
cl_int status_of(const Command* command);
// Tells the listener, soon, that there is something to drain.
void wake_soon(Environment& environment);
// Whether nobody is left to hear of ends.
bool is_closed(const Environment& environment);

// On JavaScript's thread.

// Counts a command in, and keeps the process alive for it.
void enter(Environment& environment, Command* command);
// Counts a command out of those that keep the process alive.
void give_up(Environment& environment, Command* command);
// Takes over what callbacks have left, and blocks that are through.
void collect(Environment& environment);
// Looks at every command itself; some drivers settle one and never call back. Answers whether there is a new end.
bool sweep_running(Environment& environment, size_t most = SIZE_MAX);
// Gives back what a command holds; `copy_back`: with its staged bytes copied to where they belong. Answers its status.
cl_int settle(Environment& environment, Command* command, bool copy_back);
// uv_async_cb.
void wake_up(uv_async_t* handle);

}  // namespace rxcl
