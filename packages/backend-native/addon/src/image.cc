// Images.
#include "arguments.h"
#include "functions.h"
#include "pin.h"

namespace rxcl {
namespace {

constexpr uint16_t kVersion12 = 102;

}  // namespace

napi_value create_image(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const Object* context = arguments.object(0, Kind::kContext);
  if (context == nullptr) return number(env, kInvalidContext);
  if (context->library->clCreateImage == nullptr || context->version < kVersion12) {
    return number(env, kInvalidOperation);
  }
  constexpr size_t kRecord = 2;
  static constexpr const char* kFields[] = {"channelOrder", "channelDataType", "imageType", "width",    "height",
                                            "depth",        "arraySize",       "buffer",    "rowPitch", "slicePitch"};
  constexpr size_t kCount = sizeof(kFields) / sizeof(kFields[0]);
  uint64_t fields[kCount];
  for (size_t i = 0; i < kCount; i++) {
    fields[i] = arguments.property(kRecord, kFields[i]);
    if (fields[i] == kNotWhole) return number(env, kInvalidValue);
  }
  const Object* buffer = arguments.environment().handles.find(fields[7], Kind::kMem);
  if (buffer == nullptr && fields[7] != 0) return number(env, kInvalidMemObject);

  const cl_image_format format{static_cast<cl_uint>(fields[0]), static_cast<cl_uint>(fields[1])};
  cl_image_desc desc{};
  desc.image_type = static_cast<cl_uint>(fields[2]);
  desc.image_width = fields[3];
  desc.image_height = fields[4];
  desc.image_depth = fields[5];
  desc.image_array_size = fields[6];
  desc.image_row_pitch = fields[8];
  desc.image_slice_pitch = fields[9];
  desc.mem_object = buffer == nullptr ? nullptr : static_cast<cl_mem>(buffer->driver);

  Object image{};
  image.kind = Kind::kMem;
  image.library = context->library;
  image.version = context->version;
  image.owner = context->driver;
  image.lines = desc.image_type == kImage1dArray;
  const uint64_t flags = arguments.whole(1);
  uint8_t* bytes = nullptr;
  size_t length = 0;
  bytes_of_view(env, arguments.value(3), &bytes, &length);
  cl_int status = kSuccess;
  const cl_mem made = image.library->clCreateImage(static_cast<cl_context>(context->driver), flags, &format, &desc,
                                                   bytes, &status);
  if (status == kSuccess) {
    status = image.library->clGetImageInfo(made, kImageElementSize, sizeof(image.size), &image.size, nullptr);
    if (status != kSuccess) image.library->clReleaseMemObject(made);
  }
  if (status != kSuccess) return number(env, status);
  image.driver = made;
  return kept_over(arguments, image, flags, arguments.value(3));
}

}  // namespace rxcl
