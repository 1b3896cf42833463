// The functions of `Binding`, in src/binding/binding.ts.
#pragma once

#include <node_api.h>

namespace rxcl {

// platform.cc
napi_value open(napi_env env, napi_callback_info info);
napi_value platforms(napi_env env, napi_callback_info info);
napi_value devices(napi_env env, napi_callback_info info);
napi_value sub_devices(napi_env env, napi_callback_info info);
// context.cc
napi_value create_context(napi_env env, napi_callback_info info);
napi_value image_formats(napi_env env, napi_callback_info info);
napi_value create_queue(napi_env env, napi_callback_info info);
// memory.cc
napi_value create_buffer(napi_env env, napi_callback_info info);
napi_value create_sub_buffer(napi_env env, napi_callback_info info);
napi_value release(napi_env env, napi_callback_info info);
napi_value live(napi_env env, napi_callback_info info);
// image.cc
napi_value create_image(napi_env env, napi_callback_info info);
// svm.cc
napi_value svm_alloc(napi_env env, napi_callback_info info);
napi_value svm_bytes(napi_env env, napi_callback_info info);
// mapping.cc
napi_value create_mapping(napi_env env, napi_callback_info info);
napi_value mapped_memory(napi_env env, napi_callback_info info);
napi_value detach_mapping(napi_env env, napi_callback_info info);
// host-pool.cc
napi_value host_memory(napi_env env, napi_callback_info info);
// submit.cc
napi_value register_arrays(napi_env env, napi_callback_info info);
napi_value submit(napi_env env, napi_callback_info info);
// ends.cc
napi_value drain(napi_env env, napi_callback_info info);
napi_value sweep(napi_env env, napi_callback_info info);
napi_value peek(napi_env env, napi_callback_info info);
napi_value abandon(napi_env env, napi_callback_info info);
napi_value event_status(napi_env env, napi_callback_info info);
napi_value on_ends(napi_env env, napi_callback_info info);

}  // namespace rxcl
