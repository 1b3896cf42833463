// Memory of the program that a driver's object lies in: kept until the driver has destroyed the object, which may be
// after its release.
#pragma once

#include "arguments.h"

namespace rxcl {

// The handle of a new buffer or image; with kMemUseHostPtr among the flags, `view` is kept for it.
napi_value kept_over(const Arguments& arguments, Object& object, uint64_t flags, napi_value view);
// Lets go of the views whose objects are gone.
void let_go_of_pins(Environment& environment);

}  // namespace rxcl
