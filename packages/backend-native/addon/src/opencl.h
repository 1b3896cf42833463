// The part of OpenCL's C interface that the addon calls, so that no header needs to be installed.
#pragma once

#include <cstddef>
#include <cstdint>

#ifdef _WIN32
#define RXCL_CALL __stdcall
#else
#define RXCL_CALL
#endif

namespace rxcl {

using cl_int = int32_t;
using cl_uint = uint32_t;
using cl_ulong = uint64_t;

using cl_platform_id = struct ClPlatform*;
using cl_device_id = struct ClDevice*;
using cl_context = struct ClContext*;
using cl_command_queue = struct ClCommandQueue*;
using cl_mem = struct ClMem*;
using cl_event = struct ClEvent*;

struct cl_image_format {
  cl_uint image_channel_order;
  cl_uint image_channel_data_type;
};

struct cl_image_desc {
  cl_uint image_type;
  size_t image_width;
  size_t image_height;
  size_t image_depth;
  size_t image_array_size;
  size_t image_row_pitch;
  size_t image_slice_pitch;
  cl_uint num_mip_levels;
  cl_uint num_samples;
  cl_mem mem_object;
};

struct cl_buffer_region {
  size_t origin;
  size_t size;
};

using EventCallback = void(RXCL_CALL*)(cl_event, cl_int, void*);
using DestructorCallback = void(RXCL_CALL*)(cl_mem, void*);

enum Status : cl_int {
  kSuccess = 0,
  kDeviceNotFound = -1,
  kOutOfHostMemory = -6,
  kWaitListFailed = -14,
  kInvalidValue = -30,
  kInvalidPlatform = -32,
  kInvalidDevice = -33,
  kInvalidContext = -34,
  kInvalidQueue = -36,
  kInvalidHostPtr = -37,
  kInvalidMemObject = -38,
  kInvalidEventWaitList = -57,
  kInvalidEvent = -58,
  kInvalidOperation = -59,
  kPlatformNotFound = -1001,
};

// Of a command that has not settled.
constexpr cl_int kQueued = 3;

enum Name : cl_uint {
  kPlatformVersion = 0x0901,
  kPlatformName = 0x0902,
  kPlatformVendor = 0x0903,
  kDeviceType = 0x1000,
  kDeviceMaxMemAllocSize = 0x1010,
  kDeviceImage2dMaxWidth = 0x1011,
  kDeviceImage2dMaxHeight = 0x1012,
  kDeviceImage3dMaxWidth = 0x1013,
  kDeviceImage3dMaxHeight = 0x1014,
  kDeviceImage3dMaxDepth = 0x1015,
  kDeviceImageSupport = 0x1016,
  kDeviceMemBaseAddrAlign = 0x1019,
  kDeviceGlobalMemSize = 0x101F,
  kDeviceQueueProperties = 0x102A,
  kDeviceName = 0x102B,
  kDeviceVendor = 0x102C,
  kDriverVersion = 0x102D,
  kDeviceVersion = 0x102F,
  kDeviceImageMaxBufferSize = 0x1040,
  kDeviceImageMaxArraySize = 0x1041,
  kDevicePartitionProperties = 0x1044,
  kDeviceImagePitchAlignment = 0x104A,
  kDeviceImageBaseAddressAlignment = 0x104B,
  kDeviceSvmCapabilities = 0x1053,
  kContextPlatform = 0x1084,
  kPartitionEqually = 0x1086,
  kQueueProperties = 0x1093,
  kImage1dArray = 0x10F5,
  kImageElementSize = 0x1111,
  kEventStatus = 0x11D3,
  kBufferRegion = 0x1220,
  kProfilingQueued = 0x1280,
};

constexpr cl_ulong kDeviceTypeAll = 0xFFFFFFFF;
constexpr cl_ulong kQueueOutOfOrder = 1;
constexpr cl_ulong kQueueProfiling = 2;
constexpr cl_ulong kMemReadWrite = 1;
constexpr cl_ulong kMemUseHostPtr = 1 << 3;

}  // namespace rxcl
