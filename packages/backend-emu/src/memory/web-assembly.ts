/** A compiled module. */
export type WasmModule = object

export interface WasmMemory {
  readonly buffer: ArrayBuffer
}

export interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>
}

/** What is used of the host's WebAssembly. Each constructor may throw. */
export interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => WasmModule
  /** Limits in pages of 64 KiB. */
  readonly Memory: new (limits: { readonly initial: number; readonly maximum: number }) => WasmMemory
  readonly Instance: new (
    module: WasmModule,
    imports: Readonly<Record<string, Readonly<Record<string, WasmMemory>>>>,
  ) => WasmInstance
}

export const hostWebAssembly = (): WebAssemblyApi | undefined =>
  (globalThis as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly
