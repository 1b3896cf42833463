#include "mapping.h"

#include <new>

#include "arguments.h"
#include "functions.h"

namespace rxcl {
namespace {

// The driver has the memory, not the garbage collector.
void keep(napi_env env, void* data, void* hint) {}

Mapping* mapping_of(const Arguments& arguments) {
  const Object* object = arguments.object(0, Kind::kMapping);
  return object == nullptr ? nullptr : static_cast<Mapping*>(object->driver);
}

uint64_t extent_of(const Mapping& mapping) {
  const size_t lines = mapping.lines ? mapping.slice_pitch : mapping.row_pitch;
  return Box{mapping.row_bytes, mapping.rows, lines, mapping.slices, mapping.slice_pitch}.extent();
}

napi_value bytes_of(napi_env env, Mapping& mapping) {
  napi_value bytes = nullptr;
  if (mapping.bytes != nullptr) {
    napi_get_reference_value(env, mapping.bytes, &bytes);
    return bytes;
  }
  const uint64_t size = extent_of(mapping);
  if (napi_create_external_arraybuffer(env, mapping.pointer, size, keep, nullptr, &bytes) != napi_ok) return nullptr;
  if (napi_create_reference(env, bytes, 1, &mapping.bytes) == napi_ok) return bytes;
  napi_detach_arraybuffer(env, bytes);
  return nullptr;
}

// Without an unmap the driver would keep the memory for ever. Shared virtual memory goes as it is.
void unmap(const Mapping& mapping) {
  if (!mapping.mapped || mapping.unmapped || mapping.is_svm) return;
  mapping.library->clEnqueueUnmapMemObject(mapping.queue, mapping.mem, mapping.pointer, 0, nullptr, nullptr);
  mapping.library->clFlush(mapping.queue);
}

}  // namespace

void detach_mapping(Environment& environment, Mapping* mapping) {
  if (mapping->bytes == nullptr) return;
  napi_handle_scope scope = nullptr;
  // As its environment ends there is no scope to be had, and no one left to look.
  if (!environment.closing && napi_open_handle_scope(environment.env, &scope) == napi_ok) {
    napi_value bytes = nullptr;
    if (napi_get_reference_value(environment.env, mapping->bytes, &bytes) == napi_ok && bytes != nullptr) {
      napi_detach_arraybuffer(environment.env, bytes);
    }
    napi_close_handle_scope(environment.env, scope);
  }
  napi_delete_reference(environment.env, mapping->bytes);
  mapping->bytes = nullptr;
}

void drop_mapping(Environment& environment, Mapping* mapping) {
  if (--mapping->uses > 0) return;
  detach_mapping(environment, mapping);
  unmap(*mapping);
  if (mapping->mem != nullptr) mapping->library->clReleaseMemObject(mapping->mem);
  if (mapping->queue != nullptr) mapping->library->clReleaseCommandQueue(mapping->queue);
  delete mapping;
}

napi_value create_mapping(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  auto* mapping = new (std::nothrow) Mapping();
  if (mapping == nullptr) return number(env, kOutOfHostMemory);
  Object object{};
  object.kind = Kind::kMapping;
  object.driver = mapping;
  return handle_of(arguments, object, [&] { delete mapping; });
}

napi_value mapped_memory(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  Mapping* mapping = mapping_of(arguments);
  if (mapping == nullptr || !mapping->mapped) return nullptr;
  napi_value bytes = bytes_of(env, *mapping);
  if (bytes == nullptr) return nullptr;
  napi_value memory = nullptr;
  napi_create_object(env, &memory);
  napi_set_named_property(env, memory, "bytes", bytes);
  napi_set_named_property(env, memory, "rowPitch", number(env, static_cast<double>(mapping->row_pitch)));
  napi_set_named_property(env, memory, "slicePitch", number(env, static_cast<double>(mapping->slice_pitch)));
  return memory;
}

napi_value detach_mapping(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  Mapping* mapping = mapping_of(arguments);
  if (mapping != nullptr) detach_mapping(arguments.environment(), mapping);
  return nullptr;
}

}  // namespace rxcl
