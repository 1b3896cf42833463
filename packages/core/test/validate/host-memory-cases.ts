import { detached, growable, resizable } from './objects.ts'
import { specifyFaults, specifyLegal, type Case, type Specification } from './specification.ts'
import type { CommandWorld } from './command-world.ts'
import type { ConditionTable } from '../../src/validate/conditions/condition.ts'

/** The cases of the conditions of `ptr`, in a command that moves 64 bytes. */
export const PTR_CASES = {
  'ptr-kind': { parameter: 'ptr', vary: 'ptr', fault: () => Array(64).fill(0), control: () => new Uint8Array(64) },
  'ptr-resizable': { parameter: 'ptr', vary: 'ptr', fault: () => resizable(), control: () => new Uint8Array(64) },
  'ptr-detached': { parameter: 'ptr', vary: 'ptr', fault: () => detached(), control: () => new Uint8Array(64) },
  'ptr-too-short': {
    parameter: 'ptr',
    vary: 'ptr',
    fault: () => new Uint8Array(63),
    control: () => new Uint8Array(64),
  },
} as const satisfies Record<string, Case<CommandWorld>>

const dataView = (bytes: Uint8Array): DataView => {
  const view = new DataView(new ArrayBuffer(bytes.byteLength))
  structuredClone(view.buffer, { transfer: [view.buffer] })
  return view
}

/** What every command with `ptr` says of other host memory. */
export const specifyHostMemory = (spec: Omit<Specification<ConditionTable, CommandWorld>, 'cases'>): void => {
  const ptr = { parameter: 'ptr', vary: 'ptr', control: () => new Uint8Array(64) }
  specifyFaults(spec, [
    ['a bare ArrayBuffer', 'CL_INVALID_VALUE', { ...ptr, fault: () => new ArrayBuffer(64) }],
    ['a growable SharedArrayBuffer', 'CL_INVALID_VALUE', { ...ptr, fault: () => growable() }],
    ['a DataView of a detached buffer', 'CL_INVALID_VALUE', { ...ptr, fault: () => dataView(new Uint8Array(64)) }],
    ['text', 'CL_INVALID_VALUE', { ...ptr, fault: () => 'x'.repeat(64) }],
  ])
  specifyLegal(spec, [
    ['a SharedArrayBuffer', () => ({ ptr: new Uint8Array(new SharedArrayBuffer(64)) })],
    ['a Float64Array of 8', () => ({ ptr: new Float64Array(8) })],
    ['a DataView', () => ({ ptr: new DataView(new ArrayBuffer(64)) })],
    ['a view into the middle of a buffer', () => ({ ptr: new Uint8Array(new ArrayBuffer(128), 64) })],
  ])
}
