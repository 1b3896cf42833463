// How a command in flight comes to its end.
#pragma once

#include "environment.h"

namespace rxcl {

// Counts a command in, and keeps the process alive for it.
void enter(Environment& environment, Command* command);
// Counts a command out of those that keep the process alive.
void give_up(Environment& environment, Command* command);
// Asks the driver, of an OpenCL version, to say when the command has settled.
void watch(Environment& environment, Command* command, uint16_t version);
// The command ends without having run.
void refuse(Environment& environment, Command* command, cl_int status);
// Takes over what callbacks have left.
void collect(Environment& environment);
// Looks at every command itself; some drivers settle one and never call back. Answers whether there is a new end.
bool sweep_running(Environment& environment);
// Gives back what a command holds; `copy_back`: with its staged bytes copied to where they belong. Answers its status.
cl_int settle(Environment& environment, Command* command, bool copy_back);
// The driver's status of a command, or what is known of it without the driver.
cl_int status_of(const Command* command);
// Tells the listener, soon, that there is something to drain.
void wake_soon(Environment& environment);
// uv_async_cb.
void wake_up(uv_async_t* handle);

}  // namespace rxcl
