// Large blocks of memory from the system.
#pragma once

#include <cstdint>

namespace rxcl {

// At least `size` bytes, zeros at first, in huge pages where the system has them; null where there is no memory.
// `mapped` is how many.
uint8_t* map_pages(uint64_t size, uint64_t* mapped);
void unmap_pages(uint8_t* memory, uint64_t mapped);

}  // namespace rxcl
