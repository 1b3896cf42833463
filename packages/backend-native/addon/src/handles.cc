#include "handles.h"

#include <cstdlib>

namespace rxcl {

Handles::~Handles() {
  free(objects_);
}

bool Handles::grow() {
  const uint32_t capacity = capacity_ == 0 ? 64 : capacity_ * 2;
  if (capacity > kSlotMask + 1) return false;
  auto* objects = static_cast<Object*>(realloc(objects_, capacity * sizeof(Object)));
  if (objects == nullptr) return false;
  objects_ = objects;
  capacity_ = capacity;
  return true;
}

uint64_t Handles::add(const Object& object) {
  uint32_t slot = first_free_;
  uint32_t generation = 1;
  if (slot != kNone) {
    first_free_ = objects_[slot].next_free;
    generation = objects_[slot].generation + 1;
  } else {
    if (used_ == capacity_ && !grow()) return 0;
    slot = used_++;
  }
  objects_[slot] = object;
  objects_[slot].generation = generation;
  counts_[static_cast<size_t>(object.kind)] += 1;
  return static_cast<uint64_t>(generation) << kSlotBits | slot;
}

Object* Handles::find(uint64_t handle) {
  const uint64_t slot = handle & kSlotMask;
  if (slot >= used_) return nullptr;
  Object* object = &objects_[slot];
  return object->generation == handle >> kSlotBits && object->kind != Kind::kFree ? object : nullptr;
}

uint64_t Handles::find_driver(const void* driver, Kind kind) const {
  for (uint32_t slot = 0; slot < used_; slot++) {
    const Object& object = objects_[slot];
    if (object.kind == kind && object.driver == driver) {
      return static_cast<uint64_t>(object.generation) << kSlotBits | slot;
    }
  }
  return 0;
}

void Handles::remove(Object* object) {
  counts_[static_cast<size_t>(object->kind)] -= 1;
  object->kind = Kind::kFree;
  if (object->generation == kLastGeneration) return;
  object->next_free = first_free_;
  first_free_ = static_cast<uint32_t>(object - objects_);
}

}  // namespace rxcl
