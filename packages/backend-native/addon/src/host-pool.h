// Memory for results that the library owns: large blocks that are used again, because fresh pages cost more than
// filling them.
#pragma once

#include <node_api.h>
#include <uv.h>

#include <cstddef>
#include <cstdint>

namespace rxcl {

class HostPool;

struct PoolBlock {
  PoolBlock* next;
  HostPool* pool;
  uint8_t* memory;
  uint64_t size;
  // Milliseconds of the loop's clock.
  uint64_t returned_at;
};

// The blocks of one environment. A block is out while an ArrayBuffer over it lives.
//
// As an environment ends, Node returns blocks that a command in flight may still write. So a block that comes back is
// only ever kept; it goes to the system from `take` or the timer, which come before the end, and from `close`.
class HostPool {
 public:
  // Null where there is no memory for one.
  static HostPool* make(napi_env env);

  // An ArrayBuffer of so many bytes, which are anything; null where ordinary memory has to serve.
  napi_value take(napi_env env, uint64_t size);
  // No command is in flight and none will come: gives everything back, now and whenever the last block returns.
  void close();

 private:
  // Free blocks of the process beyond this many bytes go back to the system.
  static constexpr uint64_t kFreeAtMost = 256 << 20;
  // More than this is not lent: a program that does not yield never returns a block, however many it drops.
  static constexpr uint64_t kOutAtMost = 1 << 30;
  // A block that lay unused for so long goes back to the system.
  static constexpr uint64_t kIdleMilliseconds = 3'000;
  static constexpr uint64_t kEveryMilliseconds = 1'000;

  static void returned(napi_env env, void* memory, void* block);
  static void tick(uv_timer_t* timer);
  static void timer_closed(uv_handle_t* timer);
  static void environment_ends(napi_async_cleanup_hook_handle hook, void* pool);

  PoolBlock* find(uint64_t size);
  PoolBlock* map(uint64_t size);
  void unmap(PoolBlock* block);
  void keep(PoolBlock* block);
  void drop(PoolBlock** link);
  void trim(uint64_t now);
  void delete_if_unused();

  uv_timer_t timer_;
  napi_async_cleanup_hook_handle hook_ = nullptr;
  // The latest to return first.
  PoolBlock* free_ = nullptr;
  uint64_t out_ = 0;
  uint64_t out_bytes_ = 0;
  // The environment ends: the timer is going or gone.
  bool ending_ = false;
  bool has_timer_ = false;
  bool closed_ = false;
};

}  // namespace rxcl
