#pragma once

#include "environment.h"

namespace rxcl {

// Gives an object back to the driver and forgets it; platforms and devices stay, but for parts of devices.
void release_object(Environment& environment, Object* object);

}  // namespace rxcl
