#include "call.h"

namespace rxcl {
namespace {

constexpr uint16_t kVersion11 = 101;
constexpr uint16_t kVersion12 = 102;
constexpr uint16_t kVersion20 = 200;
constexpr uint16_t kVersion21 = 201;

}  // namespace

bool offers(const Library& library, uint16_t version, uint64_t op) {
  switch (op) {
    case kWriteBuffer:
    case kReadBuffer:
    case kCopyBuffer:
    case kWriteImage:
    case kReadImage:
    case kCopyImage:
    case kCopyImageThrough:
    case kCopyImageToBuffer:
    case kCopyBufferToImage:
    case kMapBuffer:
    case kMapImage:
    case kUnmap:
      return true;
    case kWriteBufferRect:
      return version >= kVersion11 && library.clEnqueueWriteBufferRect != nullptr;
    case kReadBufferRect:
      return version >= kVersion11 && library.clEnqueueReadBufferRect != nullptr;
    case kCopyBufferRect:
      return version >= kVersion11 && library.clEnqueueCopyBufferRect != nullptr;
    case kCopyBufferRows:
    case kMarker:
      return version >= kVersion12 && library.clEnqueueMarkerWithWaitList != nullptr;
    case kBarrier:
      return version >= kVersion12 && library.clEnqueueBarrierWithWaitList != nullptr;
    case kFillBuffer:
      return version >= kVersion12 && library.clEnqueueFillBuffer != nullptr;
    case kFillImage:
      return version >= kVersion12 && library.clEnqueueFillImage != nullptr;
    case kMigrate:
      return version >= kVersion12 && library.clEnqueueMigrateMemObjects != nullptr;
    case kSvmMemcpy:
      return version >= kVersion20 && library.clEnqueueSVMMemcpy != nullptr;
    case kSvmMemFill:
      return version >= kVersion20 && library.clEnqueueSVMMemFill != nullptr;
    case kSvmMap:
      return version >= kVersion20 && library.clEnqueueSVMMap != nullptr && library.clEnqueueSVMUnmap != nullptr;
    case kSvmMigrate:
      return version >= kVersion21 && library.clEnqueueSVMMigrateMem != nullptr;
  }
  return false;
}

}  // namespace rxcl
