#include "read-call.h"

namespace rxcl {

cl_int read_migrate(Reading& reading) {
  const uint64_t flags = reading.arguments.next();
  const uint64_t count = reading.arguments.next();
  Details* details = reading.details(count * sizeof(cl_mem));
  if (details == nullptr) return kOutOfHostMemory;
  details->flags = flags;
  details->count = count;
  auto* objects = reinterpret_cast<cl_mem*>(details->data);
  for (uint64_t i = 0; i < count; i++) {
    const Object* mem = reading.mem();
    if (mem == nullptr) return kInvalidMemObject;
    objects[i] = static_cast<cl_mem>(mem->driver);
  }
  return count > 0 && reading.arguments.valid() ? kSuccess : kInvalidValue;
}

cl_int read_svm_migrate(Reading& reading) {
  const uint64_t flags = reading.arguments.next();
  const uint64_t count = reading.arguments.next();
  Details* details = reading.details(count * (sizeof(void*) + sizeof(size_t)));
  if (details == nullptr) return kOutOfHostMemory;
  details->flags = flags;
  details->count = count;
  auto** pointers = reinterpret_cast<void**>(details->data);
  auto* sizes = reinterpret_cast<size_t*>(pointers + count);
  for (uint64_t i = 0; i < count; i++) {
    Words place = reading.arguments.part(2);
    sizes[i] = reading.arguments.next();
    const cl_int status = reading.svm_place(place, sizes[i], &pointers[i]);
    if (status != kSuccess) return status;
  }
  return count > 0 && reading.arguments.valid() ? kSuccess : kInvalidValue;
}

}  // namespace rxcl
