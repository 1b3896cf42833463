// Loaded once per environment.
#include "environment.h"
#include "functions.h"

NAPI_MODULE_INIT() {
  using namespace rxcl;
  Environment* environment = make_environment(env);
  if (environment == nullptr) {
    bool pending = false;
    napi_is_exception_pending(env, &pending);
    if (!pending) napi_throw_error(env, nullptr, "the environment of the OpenCL addon could not be made");
    return exports;
  }
  const auto method = [environment](const char* name, napi_callback callback) {
    return napi_property_descriptor{name,        nullptr, callback,       nullptr, nullptr,
                                    nullptr, napi_default_method, environment};
  };
  const napi_property_descriptor methods[] = {
      method("open", open),
      method("platforms", platforms),
      method("devices", devices),
      method("subDevices", sub_devices),
      method("createContext", create_context),
      method("imageFormats", image_formats),
      method("createQueue", create_queue),
      method("createBuffer", create_buffer),
      method("createSubBuffer", create_sub_buffer),
      method("createImage", create_image),
      method("svmAlloc", svm_alloc),
      method("svmBytes", svm_bytes),
      method("createMapping", create_mapping),
      method("mappedMemory", mapped_memory),
      method("detachMapping", detach_mapping),
      method("hostMemory", host_memory),
      method("release", release),
      method("register", register_arrays),
      method("submit", submit),
      method("drain", drain),
      method("sweep", sweep),
      method("peek", peek),
      method("abandon", abandon),
      method("onEnds", on_ends),
      method("eventStatus", event_status),
      method("live", live),
  };
  napi_define_properties(env, exports, sizeof(methods) / sizeof(methods[0]), methods);
  return exports;
}
