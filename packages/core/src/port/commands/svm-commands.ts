import type { HostRef, SvmRef } from './references.ts'

export interface PortSvmMemcpy {
  readonly _tag: 'SvmMemcpy'
  readonly dstPtr: SvmRef | HostRef
  readonly srcPtr: SvmRef | HostRef
  readonly size: number
}

/** `pattern` as in PortFillBuffer. */
export interface PortSvmMemFill {
  readonly _tag: 'SvmMemFill'
  readonly svmPtr: SvmRef
  readonly pattern: Uint8Array
  readonly size: number
}

/** Only a place in the order of things: the memory itself is given back by `svmFree` once the command has settled. */
export interface PortSvmFree {
  readonly _tag: 'SvmFree'
  readonly svmPointers: readonly SvmRef[]
}
