import { STATUS_CODES } from '@rxcl/core'
import type { PortFailure } from '@rxcl/core/port'
import type { Binding } from '../binding/binding.ts'
import { noteDeviceMemory } from './device-memory.ts'

/** The bytes of fine-grained shared virtual memory as the program sees them: one view per allocation. */
export class SharedBytes {
  readonly #binding: Binding
  readonly #views = new Map<number, Uint8Array>()

  constructor(binding: Binding) {
    this.#binding = binding
  }

  /** Makes the view; false where the runtime has no arrays over memory that is not its own, as Electron. */
  open(allocation: number): boolean {
    const buffer = this.#binding.svmBytes(allocation)
    if (buffer === undefined) return false
    this.#views.set(allocation, new Uint8Array(buffer))
    noteDeviceMemory(buffer, allocation)
    return true
  }

  of(allocation: number): Uint8Array {
    return this.#views.get(allocation) ?? new Uint8Array(0)
  }

  /** Undefined unless fine-grained. */
  find(allocation: number): Uint8Array | undefined {
    return this.#views.get(allocation)
  }

  /** The allocation is being freed, which detaches the view. */
  close(allocation: number): void {
    this.#views.delete(allocation)
  }

  readonly refusal: PortFailure = {
    status: STATUS_CODES.CL_INVALID_OPERATION,
    parameter: 'flags',
    message:
      'flags have SVM_FINE_GRAIN_BUFFER; this JavaScript runtime forbids arrays over memory that is not its own ' +
      '(Electron does), so the bytes could not be reached. Leave the flag out and use svmMemcpy.',
  }
}
