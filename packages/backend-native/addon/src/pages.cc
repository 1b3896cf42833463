#include "pages.h"

#include <cstdlib>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace rxcl {
namespace {

constexpr uint64_t kGrain = 1 << 16;

uint64_t rounded(uint64_t size, uint64_t grain) { return (size + grain - 1) / grain * grain; }

}  // namespace

#if defined(__linux__)

uint8_t* map_pages(uint64_t size, uint64_t* mapped) {
  constexpr uint64_t kHuge = 2 << 20;
  *mapped = rounded(size, kGrain);
  // The kernel puts huge pages only where they are aligned; what is mapped before and behind is given back.
  const uint64_t reserved = *mapped + kHuge;
  void* all = mmap(nullptr, reserved, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (all == MAP_FAILED) return nullptr;
  auto* begin = static_cast<uint8_t*>(all);
  const uint64_t skipped = (kHuge - reinterpret_cast<uintptr_t>(begin) % kHuge) % kHuge;
  uint8_t* memory = begin + skipped;
  if (skipped > 0) munmap(begin, skipped);
  if (kHuge > skipped) munmap(memory + *mapped, kHuge - skipped);
  // Not the end that fills no huge page: a result of 1 MiB takes 1 MiB.
  const uint64_t whole = *mapped / kHuge * kHuge;
  if (whole > 0) madvise(memory, whole, MADV_HUGEPAGE);
  return memory;
}

void unmap_pages(uint8_t* memory, uint64_t mapped) { munmap(memory, mapped); }

#else

uint8_t* map_pages(uint64_t size, uint64_t* mapped) {
  *mapped = rounded(size, kGrain);
  return static_cast<uint8_t*>(calloc(*mapped, 1));
}

void unmap_pages(uint8_t* memory, uint64_t) { free(memory); }

#endif

}  // namespace rxcl
