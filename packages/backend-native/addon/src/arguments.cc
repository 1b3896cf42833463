#include "arguments.h"

namespace rxcl {

Arguments::Arguments(napi_env env, napi_callback_info info) : env_(env) {
  size_t count = kMost;
  void* data = nullptr;
  // What was not passed is undefined, which is no number.
  napi_get_cb_info(env, info, &count, values_, nullptr, &data);
  environment_ = static_cast<Environment*>(data);
}

uint64_t Arguments::whole_of(napi_value value) const {
  double number = -1;
  if (napi_get_value_double(env_, value, &number) != napi_ok) return kNotWhole;
  if (!(number >= 0 && number < 9007199254740992.0)) return kNotWhole;
  const auto whole = static_cast<uint64_t>(number);
  return static_cast<double>(whole) == number ? whole : kNotWhole;
}

bool Arguments::flag(size_t index) const {
  bool value = false;
  return napi_get_value_bool(env_, values_[index], &value) == napi_ok && value;
}

uint64_t Arguments::property(size_t index, const char* name) const {
  napi_value value = nullptr;
  if (napi_get_named_property(env_, values_[index], name, &value) != napi_ok) return kNotWhole;
  return whole_of(value);
}

napi_value number(napi_env env, double value) {
  napi_value answer = nullptr;
  napi_create_double(env, value, &answer);
  return answer;
}

}  // namespace rxcl
