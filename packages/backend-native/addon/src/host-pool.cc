#include "host-pool.h"

#include <atomic>
#include <cstdlib>
#include <new>

#include "arguments.h"
#include "functions.h"
#include "pages.h"

namespace rxcl {
namespace {

std::atomic<uint64_t> free_in_process{0};

// A block serves a smaller result where less than a fifth of it is wasted.
bool fits(uint64_t block, uint64_t size) { return block >= size && block - size <= size / 4; }

}  // namespace

HostPool* HostPool::make(napi_env env) {
  uv_loop_t* loop = nullptr;
  if (napi_get_uv_event_loop(env, &loop) != napi_ok) return nullptr;
  auto* pool = new (std::nothrow) HostPool();
  if (pool == nullptr) return nullptr;
  if (napi_add_async_cleanup_hook(env, environment_ends, pool, &pool->hook_) != napi_ok) {
    delete pool;
    return nullptr;
  }
  uv_timer_init(loop, &pool->timer_);
  uv_unref(reinterpret_cast<uv_handle_t*>(&pool->timer_));
  pool->timer_.data = pool;
  pool->has_timer_ = true;
  return pool;
}

napi_value HostPool::take(napi_env env, uint64_t size) {
  if (ending_ || size == 0 || size > kOutAtMost || out_bytes_ > kOutAtMost - size) return nullptr;
  // V8 looks at the young array buffers when it makes one of its own, and never when it is given one. Without this, dropped
  // results come back with the next full collection, which is rare and takes long.
  napi_value own = nullptr;
  void* byte = nullptr;
  if (napi_create_arraybuffer(env, 1, &byte, &own) != napi_ok) return nullptr;

  PoolBlock* block = find(size);
  if (block == nullptr) block = map(size);
  trim(uv_now(timer_.loop));
  if (block == nullptr) return nullptr;
  out_++;
  out_bytes_ += block->size;
  napi_value bytes = nullptr;
  if (napi_create_external_arraybuffer(env, block->memory, size, returned, block, &bytes) == napi_ok) return bytes;
  // As in Electron: V8 keeps its memory in a cage there.
  out_--;
  out_bytes_ -= block->size;
  unmap(block);
  return nullptr;
}

void HostPool::close() {
  closed_ = true;
  while (free_ != nullptr) drop(&free_);
  delete_if_unused();
}

void HostPool::returned(napi_env, void*, void* data) {
  auto* block = static_cast<PoolBlock*>(data);
  HostPool* pool = block->pool;
  pool->out_--;
  pool->out_bytes_ -= block->size;
  if (!pool->closed_) return pool->keep(block);
  pool->unmap(block);
  pool->delete_if_unused();
}

PoolBlock* HostPool::find(uint64_t size) {
  for (PoolBlock** link = &free_; *link != nullptr; link = &(*link)->next) {
    PoolBlock* block = *link;
    if (!fits(block->size, size)) continue;
    *link = block->next;
    free_in_process -= block->size;
    return block;
  }
  return nullptr;
}

PoolBlock* HostPool::map(uint64_t size) {
  auto* block = static_cast<PoolBlock*>(malloc(sizeof(PoolBlock)));
  if (block == nullptr) return nullptr;
  uint64_t rounded = 0;
  uint8_t* memory = map_pages(size, &rounded);
  if (memory == nullptr) {
    free(block);
    return nullptr;
  }
  *block = PoolBlock{nullptr, this, memory, rounded, 0};
  return block;
}

void HostPool::unmap(PoolBlock* block) {
  unmap_pages(block->memory, block->size);
  free(block);
}

void HostPool::keep(PoolBlock* block) {
  free_in_process += block->size;
  block->next = free_;
  free_ = block;
  if (ending_) return;
  block->returned_at = uv_now(timer_.loop);
  const bool too_much = free_in_process > kFreeAtMost;
  if (too_much || !uv_is_active(reinterpret_cast<uv_handle_t*>(&timer_))) {
    uv_timer_start(&timer_, tick, too_much ? 0 : kEveryMilliseconds, kEveryMilliseconds);
  }
}

void HostPool::drop(PoolBlock** link) {
  PoolBlock* block = *link;
  *link = block->next;
  free_in_process -= block->size;
  unmap(block);
}

void HostPool::trim(uint64_t now) {
  uint64_t kept = 0;
  for (PoolBlock** link = &free_; *link != nullptr;) {
    PoolBlock* block = *link;
    kept += block->size;
    const bool beyond = kept > kFreeAtMost || free_in_process > kFreeAtMost;
    if (beyond || now - block->returned_at >= kIdleMilliseconds) {
      kept -= block->size;
      drop(link);
    } else {
      link = &block->next;
    }
  }
}

void HostPool::tick(uv_timer_t* timer) {
  auto* pool = static_cast<HostPool*>(timer->data);
  pool->trim(uv_now(timer->loop));
  if (pool->free_ == nullptr) uv_timer_stop(timer);
}

void HostPool::environment_ends(napi_async_cleanup_hook_handle, void* data) {
  auto* pool = static_cast<HostPool*>(data);
  pool->ending_ = true;
  uv_timer_stop(&pool->timer_);
  uv_close(reinterpret_cast<uv_handle_t*>(&pool->timer_), timer_closed);
}

void HostPool::timer_closed(uv_handle_t* timer) {
  auto* pool = static_cast<HostPool*>(timer->data);
  const napi_async_cleanup_hook_handle hook = pool->hook_;
  pool->has_timer_ = false;
  pool->delete_if_unused();
  napi_remove_async_cleanup_hook(hook);
}

void HostPool::delete_if_unused() {
  if (closed_ && !has_timer_ && out_ == 0) delete this;
}

napi_value host_memory(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  Environment& environment = arguments.environment();
  if (environment.pool == nullptr) environment.pool = HostPool::make(env);
  const uint64_t size = arguments.whole(0);
  if (environment.pool == nullptr || size == kNotWhole) return nullptr;
  return environment.pool->take(env, size);
}

}  // namespace rxcl
