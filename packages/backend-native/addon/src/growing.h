// A list that keeps its memory when it is emptied.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <type_traits>

namespace rxcl {

template <typename Item>
class Growing {
  static_assert(std::is_trivially_copyable_v<Item>);

 public:
  Growing() = default;
  Growing(const Growing&) = delete;
  Growing& operator=(const Growing&) = delete;
  ~Growing() { free(items_); }

  // False where there is no memory.
  bool reserve(size_t count) {
    if (count <= capacity_) return true;
    const size_t capacity = count > 2 * capacity_ ? count : 2 * capacity_;
    auto* items = static_cast<Item*>(realloc(items_, capacity * sizeof(Item)));
    if (items == nullptr) return false;
    items_ = items;
    capacity_ = capacity;
    return true;
  }
  bool add(const Item& item) {
    if (count_ == capacity_ && !reserve(count_ + 1)) return false;
    items_[count_++] = item;
    return true;
  }
  void clear() { count_ = 0; }

  size_t count() const { return count_; }
  size_t capacity() const { return capacity_; }
  Item* items() { return items_; }
  Item* begin() { return items_; }
  Item* end() { return items_ + count_; }

 private:
  Item* items_ = nullptr;
  size_t count_ = 0;
  size_t capacity_ = 0;
};

}  // namespace rxcl
