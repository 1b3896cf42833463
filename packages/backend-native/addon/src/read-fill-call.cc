#include "read-call.h"

namespace rxcl {

cl_int read_fill_buffer(Reading& reading) {
  Call& call = reading.call();
  const Object* buffer = reading.mem();
  call.offset = reading.arguments.next();
  call.size = reading.arguments.next();
  if (!reading.arguments.valid()) return kInvalidValue;
  if (buffer == nullptr) return kInvalidMemObject;
  call.mem = static_cast<cl_mem>(buffer->driver);
  return reading.pattern();
}

cl_int read_fill_image(Reading& reading) {
  Call& call = reading.call();
  const Object* image = reading.mem();
  reading.triple(call.area.origin);
  reading.triple(call.area.region);
  if (!reading.arguments.valid()) return kInvalidValue;
  if (image == nullptr || image->size == 0) return kInvalidMemObject;
  call.mem = static_cast<cl_mem>(image->driver);
  // Zeros follow a colour of one number: a driver that reads four finds them.
  return reading.pattern();
}

cl_int read_svm_fill(Reading& reading) {
  Call& call = reading.call();
  Words place = reading.arguments.part(2);
  call.size = reading.arguments.next();
  if (!reading.arguments.valid()) return kInvalidValue;
  const cl_int status = reading.svm_place(place, call.size, &call.memory);
  return status == kSuccess ? reading.pattern() : status;
}

}  // namespace rxcl
