import { MEMORY_IMPORT, ROWS_EXPORT, rowCopyModule } from './row-copy-module.ts'
import { setRowCopy, type RowCopy } from './row-copy.ts'
import { hostWebAssembly, type WasmModule, type WebAssemblyApi } from './web-assembly.ts'

const PAGE = 64 * 1024
const MOST_PAGES = 65_536

/** Each memory reserves about 10 GiB of address space, however small it is: of 128 TiB that a process has. */
const MOST_MEMORIES = 64

/** Makes arrays in WebAssembly memories, which have a fast way to copy rows, for as long as the host allows it. */
export class WasmMemories {
  readonly #host: () => WebAssemblyApi | undefined
  #most: number
  /** null: the host compiles no WebAssembly. */
  #module: WasmModule | null | undefined = undefined
  #count = 0
  readonly #gone = new FinalizationRegistry<undefined>(() => {
    this.#count -= 1
  })

  /** At most `most` memories are there at once. A memory is gone when the collector has taken it. */
  constructor(host: () => WebAssemblyApi | undefined = hostWebAssembly, most = MOST_MEMORIES) {
    this.#host = host
    this.#most = most
  }

  /**
   * `size` zeroed bytes that never move: the memory does not grow. undefined where the host has no WebAssembly, forbids it
   * (a content security policy without 'wasm-unsafe-eval') or has no room for a memory of that size.
   */
  make(size: number): Uint8Array | undefined {
    const pages = Math.ceil(size / PAGE)
    const host = this.#host()
    if (host === undefined || pages > MOST_PAGES || this.#count >= this.#most) return undefined
    if (this.#module === undefined) this.#module = compile(host)
    const module = this.#module
    if (module === null) return undefined
    try {
      const memory = new host.Memory({ initial: pages, maximum: pages })
      const { module: from, field } = MEMORY_IMPORT
      const { exports } = new host.Instance(module, { [from]: { [field]: memory } })
      const bytes = new Uint8Array(memory.buffer, 0, size)
      setRowCopy(bytes, exports[ROWS_EXPORT] as RowCopy)
      this.#count += 1
      this.#gone.register(memory.buffer, undefined)
      return bytes
    } catch {
      // A RangeError: no such stretch of address space is left. V8 has collected garbage several times before it says so,
      // so it is not asked again while there are as many memories as now.
      this.#most = this.#count
      return undefined
    }
  }
}

const compile = (host: WebAssemblyApi): WasmModule | null => {
  try {
    return new host.Module(rowCopyModule())
  } catch {
    return null
  }
}

/** Of the whole process, as the address space is. */
export const wasmMemories = new WasmMemories()
