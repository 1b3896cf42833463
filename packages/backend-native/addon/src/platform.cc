// Platforms and devices.
#include <cstdlib>
#include <cstring>

#include "arguments.h"
#include "functions.h"

namespace rxcl {
namespace {

using Query = cl_int (*)(const Object&, cl_uint, size_t, void*, size_t*);

cl_int platform_info(const Object& platform, cl_uint name, size_t size, void* value, size_t* needed) {
  return platform.library->clGetPlatformInfo(static_cast<cl_platform_id>(platform.driver), name, size, value, needed);
}

cl_int device_info(const Object& device, cl_uint name, size_t size, void* value, size_t* needed) {
  return device.library->clGetDeviceInfo(static_cast<cl_device_id>(device.driver), name, size, value, needed);
}

void set_text(napi_env env, napi_value record, const char* field, Query query, const Object& object, cl_uint name) {
  char text[1024] = "";
  size_t needed = 0;
  // A longer text than anyone has seen is left out rather than cut.
  if (query(object, name, sizeof(text) - 1, text, &needed) != kSuccess) text[0] = '\0';
  napi_value value = nullptr;
  napi_create_string_utf8(env, text, NAPI_AUTO_LENGTH, &value);
  napi_set_named_property(env, record, field, value);
}

void set_flag(napi_env env, napi_value record, const char* field, bool value) {
  napi_value flag = nullptr;
  napi_get_boolean(env, value, &flag);
  napi_set_named_property(env, record, field, flag);
}

uint64_t device_number(const Object& device, cl_uint name) {
  uint64_t value = 0;
  // Some answers have 4 bytes; the machines that have OpenCL are little-endian.
  return device_info(device, name, sizeof(value), &value, nullptr) == kSuccess ? value : 0;
}

// 'OpenCL 3.0 …' is 300.
uint16_t version_of(const Object& device) {
  char text[256] = "";
  if (device_info(device, kDeviceVersion, sizeof(text) - 1, text, nullptr) != kSuccess) return 100;
  if (strncmp(text, "OpenCL ", 7) != 0) return 100;
  char* point = nullptr;
  const unsigned long major = strtoul(text + 7, &point, 10);
  const unsigned long minor = *point == '.' ? strtoul(point + 1, nullptr, 10) : 0;
  return static_cast<uint16_t>((major & 0xFF) * 100 + (minor & 0xF));
}

uint64_t known(Environment& environment, Object& object) {
  const uint64_t handle = environment.handles.find_driver(object.driver, object.kind);
  return handle != 0 ? handle : environment.handles.add(object);
}

napi_value record_of(napi_env env, uint64_t handle) {
  napi_value record = nullptr;
  napi_create_object(env, &record);
  napi_set_named_property(env, record, "handle", number(env, static_cast<double>(handle)));
  return record;
}

struct NumberField {
  const char* field;
  cl_uint name;
};

constexpr NumberField kDeviceNumbers[] = {
    {"type", kDeviceType},
    {"memBaseAddrAlign", kDeviceMemBaseAddrAlign},
    {"maxMemAllocSize", kDeviceMaxMemAllocSize},
    {"globalMemSize", kDeviceGlobalMemSize},
    {"image2dMaxWidth", kDeviceImage2dMaxWidth},
    {"image2dMaxHeight", kDeviceImage2dMaxHeight},
    {"image3dMaxWidth", kDeviceImage3dMaxWidth},
    {"image3dMaxHeight", kDeviceImage3dMaxHeight},
    {"image3dMaxDepth", kDeviceImage3dMaxDepth},
    {"imageMaxBufferSize", kDeviceImageMaxBufferSize},
    {"imageMaxArraySize", kDeviceImageMaxArraySize},
    {"imagePitchAlignment", kDeviceImagePitchAlignment},
    {"imageBaseAddressAlignment", kDeviceImageBaseAddressAlignment},
    {"queueProperties", kDeviceQueueProperties},
    {"svmCapabilities", kDeviceSvmCapabilities},
};

// Whether the device can be divided into equal parts.
bool is_divisible(const Object& device) {
  intptr_t properties[16] = {};
  const cl_int status = device_info(device, kDevicePartitionProperties, sizeof(properties), properties, nullptr);
  if (status != kSuccess) return false;
  for (const intptr_t property : properties) {
    if (property == kPartitionEqually) return true;
  }
  return false;
}

napi_value device_record(napi_env env, uint64_t handle, const Object& device) {
  napi_value record = record_of(env, handle);
  set_text(env, record, "name", device_info, device, kDeviceName);
  set_text(env, record, "vendor", device_info, device, kDeviceVendor);
  set_text(env, record, "version", device_info, device, kDeviceVersion);
  set_text(env, record, "driverVersion", device_info, device, kDriverVersion);
  for (const NumberField& entry : kDeviceNumbers) {
    const auto value = static_cast<double>(device_number(device, entry.name));
    napi_set_named_property(env, record, entry.field, number(env, value));
  }
  set_flag(env, record, "imageSupport", device_number(device, kDeviceImageSupport) != 0);
  set_flag(env, record, "divisible", is_divisible(device));
  return record;
}

constexpr cl_uint kMost = 64;
constexpr uint16_t kVersion12 = 102;

}  // namespace

napi_value open(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  char name[4096];
  size_t length = 0;
  const bool named = napi_get_value_string_utf8(env, arguments.value(0), name, sizeof(name), &length) == napi_ok;
  char message[1024] = "";
  const Library* library = open_library(named ? name : nullptr, message, sizeof(message));
  if (library != nullptr) {
    arguments.environment().library = library;
    return nullptr;
  }
  napi_value answer = nullptr;
  napi_create_string_utf8(env, message, NAPI_AUTO_LENGTH, &answer);
  return answer;
}

napi_value platforms(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const Library* library = arguments.environment().library;
  if (library == nullptr) return number(env, kPlatformNotFound);
  const DriverLock lock;
  cl_platform_id ids[kMost];
  cl_uint count = 0;
  const cl_int status = library->clGetPlatformIDs(kMost, ids, &count);
  if (status != kSuccess) return number(env, status);
  napi_value records = nullptr;
  napi_create_array(env, &records);
  for (cl_uint i = 0; i < count && i < kMost; i++) {
    Object platform{};
    platform.library = library;
    platform.driver = ids[i];
    platform.kind = Kind::kPlatform;
    napi_value record = record_of(env, known(arguments.environment(), platform));
    set_text(env, record, "name", platform_info, platform, kPlatformName);
    set_text(env, record, "vendor", platform_info, platform, kPlatformVendor);
    set_text(env, record, "version", platform_info, platform, kPlatformVersion);
    napi_set_element(env, records, i, record);
  }
  return records;
}

napi_value devices(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const Object* found = arguments.object(0, Kind::kPlatform);
  if (found == nullptr) return number(env, kInvalidPlatform);
  const Object platform = *found;
  const DriverLock lock;
  cl_device_id ids[kMost];
  cl_uint count = 0;
  const auto id = static_cast<cl_platform_id>(platform.driver);
  const cl_int status = platform.library->clGetDeviceIDs(id, kDeviceTypeAll, kMost, ids, &count);
  if (status != kSuccess && status != kDeviceNotFound) return number(env, status);
  if (status == kDeviceNotFound) count = 0;
  napi_value records = nullptr;
  napi_create_array(env, &records);
  for (cl_uint i = 0; i < count && i < kMost; i++) {
    Object device{};
    device.library = platform.library;
    device.driver = ids[i];
    device.kind = Kind::kDevice;
    device.owner = platform.driver;
    device.version = version_of(device);
    napi_set_element(env, records, i, device_record(env, known(arguments.environment(), device), device));
  }
  return records;
}

napi_value sub_devices(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const Object* found = arguments.object(0, Kind::kDevice);
  if (found == nullptr) return number(env, kInvalidDevice);
  const Object whole = *found;
  const Library& library = *whole.library;
  if (library.clCreateSubDevices == nullptr || library.clReleaseDevice == nullptr || whole.version < kVersion12) {
    return number(env, kInvalidOperation);
  }
  const uint64_t units = arguments.whole(1);
  if (units == 0 || units > UINT32_MAX) return number(env, kInvalidValue);
  const intptr_t properties[] = {kPartitionEqually, static_cast<intptr_t>(units), 0};
  const DriverLock lock;
  cl_device_id ids[kMost];
  cl_uint count = 0;
  const cl_int status =
      library.clCreateSubDevices(static_cast<cl_device_id>(whole.driver), properties, kMost, ids, &count);
  if (status != kSuccess) return number(env, status);
  napi_value records = nullptr;
  napi_create_array(env, &records);
  for (cl_uint i = 0; i < count && i < kMost; i++) {
    Object device = whole;
    device.driver = ids[i];
    device.part = true;
    const uint64_t handle = arguments.environment().handles.add(device);
    if (handle == 0) library.clReleaseDevice(ids[i]);
    else napi_set_element(env, records, i, device_record(env, handle, device));
  }
  return records;
}

}  // namespace rxcl
