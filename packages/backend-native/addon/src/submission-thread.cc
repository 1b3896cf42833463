#include "submission-thread.h"

#include "completion.h"

namespace rxcl {

bool SubmissionThread::start(Environment* environment) {
  if (environment_ != nullptr) return true;
  if (uv_mutex_init(&mutex_) != 0) return false;
  if (uv_cond_init(&pushed_one_) != 0) {
    uv_mutex_destroy(&mutex_);
    return false;
  }
  environment_ = environment;
  if (uv_thread_create(&thread_, [](void* self) { static_cast<SubmissionThread*>(self)->run(); }, this) == 0) return true;
  environment_ = nullptr;
  uv_cond_destroy(&pushed_one_);
  uv_mutex_destroy(&mutex_);
  return false;
}

void SubmissionThread::push(Block* block) {
  block->next = nullptr;
  pushed_++;
  uv_mutex_lock(&mutex_);
  if (last_ == nullptr) first_ = block;
  else last_->next = block;
  last_ = block;
  uv_cond_signal(&pushed_one_);
  uv_mutex_unlock(&mutex_);
}

// Waits for a block; null when there will be none.
Block* SubmissionThread::take() {
  uv_mutex_lock(&mutex_);
  while (first_ == nullptr && !stopping_) uv_cond_wait(&pushed_one_, &mutex_);
  Block* block = first_;
  if (block != nullptr) {
    first_ = block->next;
    if (first_ == nullptr) last_ = nullptr;
  }
  uv_mutex_unlock(&mutex_);
  return block;
}

void SubmissionThread::run() {
  while (Block* block = take()) {
    give(*environment_, *block);
    // Stuck in the driver until everyone had gone: all that this thread could touch was left to it.
    if (is_closed(*environment_)) return;
    const bool has_waits = block->waits.count() > 0;
    Block* finished = finished_.load(std::memory_order_relaxed);
    do block->next = finished;
    while (!finished_.compare_exchange_weak(finished, block, std::memory_order_release, std::memory_order_relaxed));
    given_.fetch_add(1, std::memory_order_release);
    // Events that were drained meanwhile can be released now.
    if (has_waits) wake_soon(*environment_);
  }
}

bool SubmissionThread::stop() {
  if (environment_ == nullptr) return true;
  if (!is_idle()) return false;
  uv_mutex_lock(&mutex_);
  stopping_ = true;
  uv_cond_signal(&pushed_one_);
  uv_mutex_unlock(&mutex_);
  uv_thread_join(&thread_);
  uv_cond_destroy(&pushed_one_);
  uv_mutex_destroy(&mutex_);
  return true;
}

}  // namespace rxcl
