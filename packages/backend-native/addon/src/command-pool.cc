#include <cstdlib>
#include <new>

#include "command.h"

namespace rxcl {

CommandPool::~CommandPool() {
  for (Command** page : pages_) free(page);
  while (chunks_ != nullptr) {
    Chunk* next = chunks_->next;
    free(chunks_);
    chunks_ = next;
  }
}

bool CommandPool::grow() {
  auto* chunk = static_cast<Chunk*>(calloc(1, sizeof(Chunk)));
  if (chunk == nullptr) return false;
  chunk->next = chunks_;
  chunks_ = chunk;
  for (Command& command : chunk->commands) give(&command);
  return true;
}

Command* CommandPool::take(uint64_t slot) {
  if (slot >= kSlots) return nullptr;
  Command**& page = pages_[slot >> kPageBits];
  if (page == nullptr) page = static_cast<Command**>(calloc(kPageSlots, sizeof(Command*)));
  if (page == nullptr || (free_ == nullptr && !grow())) return nullptr;
  Command* record = free_;
  free_ = record->below;
  auto* command = new (record) Command;
  page[slot & (kPageSlots - 1)] = command;
  return command;
}

}  // namespace rxcl
