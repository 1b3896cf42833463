// An OpenCL library that misbehaves on demand, in the ways that real drivers have been seen to. What a copy does is its
// size; buffers are never touched. Compiled by build.ts with VERSION, such as "3.0".
#include <atomic>
#include <chrono>
#include <cstring>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "../../../addon/src/opencl.h"

namespace rxcl {

enum Behaviour : size_t {
  // Completes, and calls back within clSetEventCallback.
  kInline = 1,
  // Fails and never calls back.
  kSilentFailure = 2,
  // Fails and calls back with 0.
  kFailureCalledSuccess = 3,
  // Completes at once and calls back a third of a second later.
  kLateCallback = 4,
  // Runs until a copy of the next kind is enqueued.
  kHeld = 5,
  kLetGo = 6,
  // Completes; takes no callback.
  kNoCallback = 7,
  // Runs for ever.
  kHung = 8,
  // As kInline, but the enqueueing call returns only after the devices were asked for.
  kBlocked = 9,
  // As kInline, and the next flush takes a tenth of a second.
  kSlowFlush = 10,
};

struct ClEvent {
  size_t behaviour;
  std::atomic<cl_int> status;
  EventCallback callback;
  void* data;
};

namespace {

constexpr cl_int kOutOfResources = -5;
// Events that have not been released; a wait list may name no other.
std::mutex events_mutex;
std::set<cl_event> living_events;
std::atomic<cl_ulong> queue_references{0};
std::atomic<bool> is_flush_slow{false};
std::atomic<uint64_t> times_unblocked{0};
std::mutex held_mutex;
std::vector<cl_event> held;
char object[8];

template <typename T>
T* some() {
  return reinterpret_cast<T*>(object);
}

cl_int answer(const void* value, size_t value_size, size_t size, void* to, size_t* needed) {
  if (needed != nullptr) *needed = value_size;
  if (to != nullptr) {
    if (size < value_size) return kInvalidValue;
    memcpy(to, value, value_size);
  }
  return kSuccess;
}

void let_go() {
  std::vector<cl_event> all;
  {
    const std::lock_guard lock(held_mutex);
    all.swap(held);
  }
  for (cl_event event : all) {
    event->status = kSuccess;
    if (event->callback != nullptr) event->callback(event, kSuccess, event->data);
  }
}

cl_ulong count_events() {
  const std::lock_guard lock(events_mutex);
  return living_events.size();
}

bool are_living(cl_uint count, const cl_event* events) {
  const std::lock_guard lock(events_mutex);
  for (cl_uint i = 0; i < count; i++) {
    if (!living_events.contains(events[i])) return false;
  }
  return true;
}

// By sleeping: to wait on a condition that is destroyed as the process exits would hold up the exit.
void block() {
  const uint64_t before = times_unblocked;
  while (times_unblocked == before) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

cl_int first_status(size_t behaviour) {
  if (behaviour == kSilentFailure || behaviour == kFailureCalledSuccess) return kOutOfResources;
  return behaviour == kHeld || behaviour == kHung ? 1 : kSuccess;
}

}  // namespace

extern "C" {

#define ENTRY __attribute__((visibility("default")))

ENTRY cl_int clGetPlatformIDs(cl_uint, cl_platform_id* ids, cl_uint* count) {
  if (ids != nullptr) ids[0] = some<ClPlatform>();
  if (count != nullptr) *count = 1;
  return kSuccess;
}

ENTRY cl_int clGetPlatformInfo(cl_platform_id, cl_uint, size_t size, void* value, size_t* needed) {
  return answer("faulty", 7, size, value, needed);
}

ENTRY cl_int clGetDeviceIDs(cl_platform_id, cl_ulong, cl_uint, cl_device_id* ids, cl_uint* count) {
  times_unblocked++;
  if (ids != nullptr) ids[0] = some<ClDevice>();
  if (count != nullptr) *count = 1;
  return kSuccess;
}

// The largest allocation is the number of events that have not been released, the memory that of references to queues.
ENTRY cl_int clGetDeviceInfo(cl_device_id, cl_uint name, size_t size, void* value, size_t* needed) {
  if (name == kDeviceVersion) return answer("OpenCL " VERSION, sizeof("OpenCL " VERSION), size, value, needed);
  if (name < kDeviceName || name > kDeviceVersion) {
    const cl_ulong number = name == kDeviceMaxMemAllocSize ? count_events()
                            : name == kDeviceGlobalMemSize ? queue_references.load()
                                                           : 0;
    return answer(&number, sizeof(number), size, value, needed);
  }
  return answer("faulty", 7, size, value, needed);
}

ENTRY cl_context clCreateContext(const void*, cl_uint, const void*, void*, void*, cl_int* status) {
  *status = kSuccess;
  return some<ClContext>();
}

ENTRY cl_command_queue clCreateCommandQueue(cl_context, cl_device_id, cl_ulong, cl_int* status) {
  *status = VERSION[0] == '1' ? kSuccess : kInvalidOperation;
  queue_references++;
  return some<ClCommandQueue>();
}

// A loader has this also where the driver behind it has not; then the call goes nowhere.
ENTRY cl_command_queue clCreateCommandQueueWithProperties(cl_context, cl_device_id, const void*, cl_int* status) {
  if (VERSION[0] == '1') __builtin_trap();
  *status = kSuccess;
  queue_references++;
  return some<ClCommandQueue>();
}

ENTRY cl_int clRetainCommandQueue(cl_command_queue) {
  queue_references++;
  return kSuccess;
}

ENTRY cl_int clReleaseCommandQueue(cl_command_queue) {
  queue_references--;
  return kSuccess;
}

ENTRY cl_int clFlush(cl_command_queue) {
  if (is_flush_slow.exchange(false)) std::this_thread::sleep_for(std::chrono::milliseconds(100));
  if (queue_references == 0) __builtin_trap();
  return kSuccess;
}

ENTRY cl_mem clCreateBuffer(cl_context, cl_ulong, size_t, void*, cl_int* status) {
  *status = kSuccess;
  return some<ClMem>();
}

ENTRY cl_int clEnqueueCopyBuffer(cl_command_queue, cl_mem, cl_mem, size_t, size_t, size_t size, cl_uint waits,
                                 const cl_event* wait_list, cl_event* event) {
  if (size == kBlocked) block();
  if (size == kSlowFlush) is_flush_slow = true;
  if (!are_living(waits, wait_list)) return kInvalidEventWaitList;
  *event = new ClEvent{size, first_status(size), nullptr, nullptr};
  {
    const std::lock_guard lock(events_mutex);
    living_events.insert(*event);
  }
  if (size == kHeld) {
    const std::lock_guard lock(held_mutex);
    held.push_back(*event);
  }
  if (size == kLetGo) let_go();
  return kSuccess;
}

ENTRY cl_int clSetEventCallback(cl_event event, cl_int, EventCallback callback, void* data) {
  if (strcmp(VERSION, "1.0") == 0) __builtin_trap();
  event->callback = callback;
  event->data = data;
  if (event->behaviour == kNoCallback) return kInvalidValue;
  switch (event->behaviour) {
    case kInline:
    case kFailureCalledSuccess:
    case kLetGo:
    case kBlocked:
    case kSlowFlush:
      callback(event, kSuccess, data);
  }
  if (event->behaviour == kLateCallback) {
    std::thread([=] {
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
      callback(event, kSuccess, data);
    }).detach();
  }
  return kSuccess;
}

ENTRY cl_int clGetEventInfo(cl_event event, cl_uint, size_t size, void* value, size_t* needed) {
  const cl_int status = event->status;
  return answer(&status, sizeof(status), size, value, needed);
}

// Nanoseconds since 1970, as some devices count.
ENTRY cl_int clGetEventProfilingInfo(cl_event, cl_uint name, size_t size, void* value, size_t* needed) {
  const cl_ulong time = 1'700'000'000'000'000'001 + (name - kProfilingQueued);
  return answer(&time, sizeof(time), size, value, needed);
}

// A late callback still names its event, so the memory of one stays.
ENTRY cl_int clReleaseEvent(cl_event event) {
  {
    const std::lock_guard lock(events_mutex);
    living_events.erase(event);
  }
  if (event->behaviour != kLateCallback) delete event;
  return kSuccess;
}

#define NOTHING(name)    \
  ENTRY cl_int name() {  \
    return kSuccess;     \
  }
NOTHING(clRetainContext)
NOTHING(clReleaseContext)
NOTHING(clRetainMemObject)
NOTHING(clReleaseMemObject)

#define MUST_NOT_BE_CALLED(name) \
  ENTRY cl_int name() {          \
    __builtin_trap();            \
  }
MUST_NOT_BE_CALLED(clGetSupportedImageFormats)
MUST_NOT_BE_CALLED(clGetImageInfo)
MUST_NOT_BE_CALLED(clCreateSubBuffer)
MUST_NOT_BE_CALLED(clCreateImage)
MUST_NOT_BE_CALLED(clSVMAlloc)
MUST_NOT_BE_CALLED(clSVMFree)
MUST_NOT_BE_CALLED(clEnqueueReadBuffer)
MUST_NOT_BE_CALLED(clEnqueueWriteBuffer)
MUST_NOT_BE_CALLED(clEnqueueReadImage)
MUST_NOT_BE_CALLED(clEnqueueWriteImage)
MUST_NOT_BE_CALLED(clEnqueueCopyImageToBuffer)
MUST_NOT_BE_CALLED(clEnqueueCopyBufferToImage)
MUST_NOT_BE_CALLED(clEnqueueMarkerWithWaitList)
MUST_NOT_BE_CALLED(clEnqueueBarrierWithWaitList)
MUST_NOT_BE_CALLED(clEnqueueSVMMemcpy)
MUST_NOT_BE_CALLED(clEnqueueCopyImage)
MUST_NOT_BE_CALLED(clEnqueueMapBuffer)
MUST_NOT_BE_CALLED(clEnqueueMapImage)
MUST_NOT_BE_CALLED(clEnqueueUnmapMemObject)
MUST_NOT_BE_CALLED(clSetMemObjectDestructorCallback)
MUST_NOT_BE_CALLED(clCreateSubDevices)
MUST_NOT_BE_CALLED(clReleaseDevice)
MUST_NOT_BE_CALLED(clEnqueueReadBufferRect)
MUST_NOT_BE_CALLED(clEnqueueWriteBufferRect)
MUST_NOT_BE_CALLED(clEnqueueCopyBufferRect)
MUST_NOT_BE_CALLED(clEnqueueFillBuffer)
MUST_NOT_BE_CALLED(clEnqueueFillImage)
MUST_NOT_BE_CALLED(clEnqueueMigrateMemObjects)
MUST_NOT_BE_CALLED(clEnqueueSVMMemFill)
MUST_NOT_BE_CALLED(clEnqueueSVMMap)
MUST_NOT_BE_CALLED(clEnqueueSVMUnmap)
MUST_NOT_BE_CALLED(clEnqueueSVMMigrateMem)

}  // extern "C"

}  // namespace rxcl
