// What JavaScript passes to a function, and what it gets back.
#pragma once

#include "environment.h"

namespace rxcl {

class Arguments {
 public:
  static constexpr size_t kMost = 6;

  Arguments(napi_env env, napi_callback_info info);

  napi_env env() const { return env_; }
  Environment& environment() const { return *environment_; }
  napi_value value(size_t index) const { return values_[index]; }
  // A whole number from 0 below 2^53; anything else is UINT64_MAX, which is no handle and no size.
  uint64_t whole(size_t index) const { return whole_of(values_[index]); }
  uint64_t whole_of(napi_value value) const;
  bool flag(size_t index) const;
  // A whole number in a property.
  uint64_t property(size_t index, const char* name) const;
  Object* object(size_t index, Kind kind) const { return environment_->handles.find(whole(index), kind); }

 private:
  napi_env env_;
  Environment* environment_ = nullptr;
  napi_value values_[kMost] = {};
};

constexpr uint64_t kNotWhole = UINT64_MAX;

napi_value number(napi_env env, double value);
// The handle of a new object. Where there is no memory for one, `undo` is called and the answer is -6.
template <typename Undo>
napi_value handle_of(const Arguments& arguments, const Object& object, Undo undo) {
  const uint64_t handle = arguments.environment().handles.add(object);
  if (handle != 0) return number(arguments.env(), static_cast<double>(handle));
  undo();
  return number(arguments.env(), kOutOfHostMemory);
}

}  // namespace rxcl
