// Reads packed words; see src/binding/words.ts.
#pragma once

#include <cstddef>
#include <cstdint>

namespace rxcl {

class Words {
 public:
  Words(const double* first, size_t count) : at_(first), end_(first + count) {}

  size_t left() const { return static_cast<size_t>(end_ - at_); }
  // False once a word was missing or no whole number from 0 below 2^53; such a word reads as 0.
  bool valid() const { return valid_; }

  uint64_t next() {
    if (at_ == end_) {
      valid_ = false;
      return 0;
    }
    const double word = *at_++;
    if (!(word >= 0 && word < 9007199254740992.0)) {
      valid_ = false;
      return 0;
    }
    return static_cast<uint64_t>(word);
  }

  // A word further on, which stays; UINT64_MAX where there is none.
  uint64_t peek(size_t index) const { return index < left() ? Words(at_ + index, 1).next() : UINT64_MAX; }

  // The next `count` words, of which there must be as many left.
  Words part(size_t count) {
    const Words words(at_, count);
    at_ += count;
    return words;
  }

 private:
  const double* at_;
  const double* end_;
  bool valid_ = true;
};

}  // namespace rxcl
