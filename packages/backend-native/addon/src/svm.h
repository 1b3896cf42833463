#pragma once

#include "environment.h"

namespace rxcl {

// Detaches the ArrayBuffer, if there is one, and frees the memory.
void release_svm(Environment& environment, const Object& svm);

}  // namespace rxcl
