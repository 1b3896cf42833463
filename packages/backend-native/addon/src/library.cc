#include "library.h"

#include <uv.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace rxcl {
namespace {

struct Opened {
  Opened* next;
  char* name;
  Library library;
};

#if defined(_WIN32)
constexpr const char* kSystemNames[] = {"OpenCL.dll"};
#elif defined(__APPLE__)
constexpr const char* kSystemNames[] = {"/System/Library/Frameworks/OpenCL.framework/OpenCL"};
#else
constexpr const char* kSystemNames[] = {"libOpenCL.so.1", "libOpenCL.so"};
#endif

uv_once_t once = UV_ONCE_INIT;
uv_mutex_t driver_mutex;
// Guarded by driver_mutex.
Opened* opened = nullptr;

void make_mutex() {
  uv_mutex_init(&driver_mutex);
}

template <typename F>
bool resolve(uv_lib_t* handle, const char* name, F*& entry) {
  void* address = nullptr;
  if (uv_dlsym(handle, name, &address) != 0) return false;
  entry = reinterpret_cast<F*>(address);
  return address != nullptr;
}

const char* resolve_all(uv_lib_t* handle, Library& library) {
#define RXCL_RESOLVE(name, result, parameters) \
  if (!resolve(handle, #name, library.name)) return #name;
  RXCL_NEEDED(RXCL_RESOLVE)
#undef RXCL_RESOLVE
#define RXCL_RESOLVE(name, result, parameters) resolve(handle, #name, library.name);
  RXCL_LATER(RXCL_RESOLVE)
#undef RXCL_RESOLVE
  return nullptr;
}

const Library* open_named(const char* key, const char* name, char* message, size_t message_size) {
  uv_lib_t handle;
  if (uv_dlopen(name, &handle) != 0) {
    snprintf(message, message_size, "%s", uv_dlerror(&handle));
    uv_dlclose(&handle);
    return nullptr;
  }
  auto* entry = static_cast<Opened*>(calloc(1, sizeof(Opened)));
  const size_t key_size = strlen(key) + 1;
  char* const kept = static_cast<char*>(malloc(key_size));
  const char* missing = entry == nullptr || kept == nullptr ? "memory" : resolve_all(&handle, entry->library);
  if (missing != nullptr) {
    snprintf(message, message_size, "%s: %s is missing", name, missing);
    free(kept);
    free(entry);
    uv_dlclose(&handle);
    return nullptr;
  }
  memcpy(kept, key, key_size);
  entry->name = kept;
  entry->next = opened;
  opened = entry;
  return &entry->library;
}

}  // namespace

DriverLock::DriverLock() {
  uv_once(&once, make_mutex);
  uv_mutex_lock(&driver_mutex);
}

DriverLock::~DriverLock() {
  uv_mutex_unlock(&driver_mutex);
}

const Library* open_library(const char* name, char* message, size_t message_size) {
  const DriverLock lock;
  const char* key = name == nullptr ? "" : name;
  for (const Opened* entry = opened; entry != nullptr; entry = entry->next) {
    if (strcmp(entry->name, key) == 0) return &entry->library;
  }
  if (name != nullptr) return open_named(key, name, message, message_size);
  for (const char* system : kSystemNames) {
    const Library* library = open_named(key, system, message, message_size);
    if (library != nullptr) return library;
  }
  return nullptr;
}

}  // namespace rxcl
