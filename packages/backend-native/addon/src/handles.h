// Driver objects as JavaScript knows them: a slot and its generation in one number. A stale number finds nothing.
#pragma once

#include <node_api.h>

#include "library.h"

namespace rxcl {

enum class Kind : uint8_t { kFree, kPlatform, kDevice, kContext, kQueue, kMem, kSvm, kMapping };
constexpr size_t kKinds = 8;

struct Object {
  const Library* library;
  // The cl_… object, the address of shared virtual memory, or a Mapping.
  void* driver;
  uint32_t generation;
  uint32_t next_free;
  Kind kind;
  // Queues: whether commands are stamped.
  bool profiling;
  // Queues: the driver is asked for no callbacks; sweeps and peeks find the ends.
  bool unwatched;
  // Images: a 1D array, whose slice pitch goes from line to line.
  bool lines;
  // Devices: made of another one, and to be given back.
  bool part;
  // Devices and what stands on them: the lowest OpenCL version, 300 for 3.0.
  uint16_t version;
  // Images: bytes per pixel. Shared virtual memory: bytes.
  size_t size;
  // Devices: the platform. Images: the context. Shared virtual memory: the context, retained.
  void* owner;
  // Shared virtual memory: its ArrayBuffer, once there is one. Memory over the program's own, where the driver does not
  // say when it is done with that: the view.
  napi_ref bytes;
  // Queues: the last submit that used it.
  uint64_t used_in;
};

class Handles {
 public:
  ~Handles();
  // The handle of a new object, or 0 where there is no memory for it. Pointers to other objects become invalid.
  uint64_t add(const Object& object);
  Object* find(uint64_t handle, Kind kind) {
    const uint64_t slot = handle & kSlotMask;
    if (slot >= used_) return nullptr;
    Object* object = &objects_[slot];
    return object->generation == handle >> kSlotBits && object->kind == kind ? object : nullptr;
  }
  // The object of any kind.
  Object* find(uint64_t handle);
  // The handle of a driver object that is known already, or 0.
  uint64_t find_driver(const void* driver, Kind kind) const;
  void remove(Object* object);
  // Calls `use` with each object of a kind; it may remove that object.
  template <typename Use>
  void each(Kind kind, Use use) {
    for (uint32_t slot = 0; slot < used_; slot++) {
      if (objects_[slot].kind == kind) use(&objects_[slot]);
    }
  }
  size_t count(Kind kind) const { return counts_[static_cast<size_t>(kind)]; }

 private:
  static constexpr uint32_t kSlotBits = 24;
  static constexpr uint64_t kSlotMask = (1u << kSlotBits) - 1;
  // Slot and generation stay below 2^53; a slot that has used up its generations is not used again.
  static constexpr uint32_t kLastGeneration = (1u << 29) - 1;
  static constexpr uint32_t kNone = UINT32_MAX;

  bool grow();

  Object* objects_ = nullptr;
  uint32_t used_ = 0;
  uint32_t capacity_ = 0;
  uint32_t first_free_ = kNone;
  size_t counts_[kKinds] = {};
};

}  // namespace rxcl
