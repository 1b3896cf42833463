// Host memory that commands in flight read and write.
#pragma once

#include <node_api.h>

#include <cstddef>
#include <cstdint>

namespace rxcl {

// What lies in host memory: rows of bytes, a pitch apart, in slices, a pitch apart.
struct Box {
  uint64_t row_bytes;
  uint64_t rows;
  uint64_t row_pitch;
  uint64_t slices;
  uint64_t slice_pitch;

  // Bytes from the first to behind the last; UINT64_MAX where that is too many to count.
  uint64_t extent() const;
  // Bytes of the rows alone; UINT64_MAX where that is too many to count.
  uint64_t packed() const;
};

// The bytes of a Uint8Array; false for anything else.
bool bytes_of_view(napi_env env, napi_value view, uint8_t** bytes, size_t* length);

// One command's use of one view: kept alive by a reference or, if small, through a block of the addon's own memory.
struct HostUse {
  HostUse* next;
  uint8_t* staged;
  uint8_t size_class;
  bool copy_back;
  napi_ref view;
  Box box;
};

// A view of at most this many bytes is staged, so that the command does not depend on what becomes of the view.
constexpr uint64_t kStagedAtMost = 1 << 20;

// The blocks and records behind HostUse, kept for reuse.
class HostMemory {
 public:
  ~HostMemory();
  // Binds `view` for one command: the first bytes of it are `box`. Answers a status, the use, and the memory to give to
  // the driver. `reads`: the command writes into host memory. `in_place`: the view is used however small it is.
  int32_t bind(napi_env env, napi_value view, const Box& box, bool reads, bool in_place, HostUse** use, void** memory);
  // Ends a use. With `copy_back`, staged bytes go to the view; -6 where it is no longer large enough.
  int32_t release(napi_env env, HostUse* use, bool copy_back);

 private:
  static constexpr uint32_t kClasses = 15;
  static constexpr uint64_t kSmallest = 64;
  // Free blocks beyond this many bytes go back to the system.
  static constexpr uint64_t kKept = 16 << 20;

  struct Block {
    Block* next;
  };

  uint8_t* take_block(uint64_t size, uint8_t* size_class);
  void give_block(uint8_t* block, uint8_t size_class);

  Block* blocks_[kClasses] = {};
  uint64_t kept_ = 0;
  HostUse* free_uses_ = nullptr;
};

}  // namespace rxcl
