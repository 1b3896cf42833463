#include "host-memory.h"

#include <cstdlib>
#include <cstring>

#include "opencl.h"

namespace rxcl {
namespace {

uint64_t times(uint64_t a, uint64_t b) {
  return a != 0 && b > UINT64_MAX / a ? UINT64_MAX : a * b;
}

uint64_t plus(uint64_t a, uint64_t b) {
  return b > UINT64_MAX - a ? UINT64_MAX : a + b;
}

// Only the rows: what lies between them is not the command's.
void copy_rows(const Box& box, const uint8_t* from, uint8_t* to) {
  for (uint64_t slice = 0; slice < box.slices; slice++) {
    for (uint64_t row = 0; row < box.rows; row++) {
      const uint64_t offset = slice * box.slice_pitch + row * box.row_pitch;
      memcpy(to + offset, from + offset, box.row_bytes);
    }
  }
}

}  // namespace

bool bytes_of_view(napi_env env, napi_value view, uint8_t** bytes, size_t* length) {
  bool is_typed = false;
  napi_typedarray_type type;
  void* data = nullptr;
  if (napi_is_typedarray(env, view, &is_typed) != napi_ok || !is_typed) return false;
  if (napi_get_typedarray_info(env, view, &type, length, &data, nullptr, nullptr) != napi_ok) return false;
  *bytes = static_cast<uint8_t*>(data);
  return type == napi_uint8_array;
}

uint64_t Box::extent() const {
  if (row_bytes == 0 || rows == 0 || slices == 0) return 0;
  return plus(plus(times(slices - 1, slice_pitch), times(rows - 1, row_pitch)), row_bytes);
}

uint64_t Box::packed() const {
  return times(times(row_bytes, rows), slices);
}

HostMemory::~HostMemory() {
  for (Block* block : blocks_) {
    while (block != nullptr) {
      Block* next = block->next;
      free(block);
      block = next;
    }
  }
  while (free_uses_ != nullptr) {
    HostUse* next = free_uses_->next;
    free(free_uses_);
    free_uses_ = next;
  }
}

uint8_t* HostMemory::take_block(uint64_t size, uint8_t* size_class) {
  uint8_t at = 0;
  while ((kSmallest << at) < size) at++;
  *size_class = at;
  Block* block = blocks_[at];
  if (block == nullptr) return static_cast<uint8_t*>(malloc(kSmallest << at));
  blocks_[at] = block->next;
  kept_ -= kSmallest << at;
  return reinterpret_cast<uint8_t*>(block);
}

void HostMemory::give_block(uint8_t* memory, uint8_t size_class) {
  const uint64_t size = kSmallest << size_class;
  if (kept_ + size > kKept) {
    free(memory);
    return;
  }
  Block* block = reinterpret_cast<Block*>(memory);
  block->next = blocks_[size_class];
  blocks_[size_class] = block;
  kept_ += size;
}

int32_t HostMemory::bind(napi_env env, napi_value view, const Box& box, bool reads, bool in_place, HostUse** use,
                         void** memory) {
  uint8_t* bytes = nullptr;
  size_t length = 0;
  if (!bytes_of_view(env, view, &bytes, &length)) return kInvalidHostPtr;
  const uint64_t extent = box.extent();
  if (extent > length) return kInvalidValue;

  HostUse* made = free_uses_;
  if (made != nullptr) {
    free_uses_ = made->next;
  } else {
    made = static_cast<HostUse*>(malloc(sizeof(HostUse)));
    if (made == nullptr) return kOutOfHostMemory;
  }
  *made = HostUse{nullptr, nullptr, 0, false, nullptr, box};
  const bool staged = extent <= kStagedAtMost && !in_place;
  if (staged) {
    made->copy_back = reads;
    made->staged = take_block(extent, &made->size_class);
  }
  const bool kept = !reads && staged;
  if ((staged && made->staged == nullptr) || (!kept && napi_create_reference(env, view, 1, &made->view) != napi_ok)) {
    made->copy_back = false;
    release(env, made, false);
    return kOutOfHostMemory;
  }
  if (kept) memcpy(made->staged, bytes, extent);
  *use = made;
  *memory = staged ? made->staged : bytes;
  return kSuccess;
}

int32_t HostMemory::release(napi_env env, HostUse* use, bool copy_back) {
  int32_t status = kSuccess;
  if (copy_back && use->copy_back) {
    napi_value view = nullptr;
    uint8_t* bytes = nullptr;
    size_t length = 0;
    const bool reached = napi_get_reference_value(env, use->view, &view) == napi_ok && view != nullptr &&
                         bytes_of_view(env, view, &bytes, &length) && use->box.extent() <= length;
    if (reached) copy_rows(use->box, use->staged, bytes);
    else status = kOutOfHostMemory;
  }
  if (use->view != nullptr) napi_delete_reference(env, use->view);
  if (use->staged != nullptr) give_block(use->staged, use->size_class);
  use->next = free_uses_;
  free_uses_ = use;
  return status;
}

}  // namespace rxcl
