import { refusal, type ClError } from '../../model/cl-error.ts'
import type { HostData } from '../../model/host-data.ts'
import { inWords } from './in-words.ts'

/** `resizable` and `growable` are younger than the library's target. */
type MaybeResizable = ArrayBufferLike & { readonly resizable?: unknown; readonly growable?: unknown }

const isDetached = (buffer: ArrayBufferLike): boolean => {
  if (buffer.byteLength > 0) return false
  // Node 20 has no `detached`; a view of a detached buffer cannot be made.
  try {
    return new Uint8Array(buffer).byteLength > 0
  } catch {
    return true
  }
}

const hostRefusal = (command: string, parameter: string, fault: string): ClError<'CL_INVALID_VALUE'> =>
  refusal('CL_INVALID_VALUE', command, parameter, `${parameter} ${fault}`)

export const isHostData = (value: unknown): value is HostData => ArrayBuffer.isView(value)

export const notHostData = (command: string, parameter: string, value: unknown): ClError<'CL_INVALID_VALUE'> =>
  hostRefusal(command, parameter, `is ${inWords(value)}; it must be a typed array or a DataView.`)

/**
 * The memory must stay where it is while a command runs: a buffer that may be resized is refused, one that is gone has
 * no bytes. Reads no length of the view, because a DataView of a detached buffer throws there.
 */
export const hostBufferRefusal = (
  command: string,
  parameter: string,
  data: HostData,
): ClError<'CL_INVALID_VALUE'> | undefined => {
  const buffer = data.buffer as MaybeResizable
  if (buffer.resizable === true || buffer.growable === true)
    return hostRefusal(command, parameter, 'views a resizable buffer; its buffer must have a fixed length.')
  if (isDetached(buffer))
    return hostRefusal(command, parameter, 'views a detached buffer; its buffer must be attached.')
  return undefined
}

export const tooShort = (
  command: string,
  parameter: string,
  given: number,
  needed: number,
): ClError<'CL_INVALID_VALUE'> => hostRefusal(command, parameter, `has ${given} bytes; at least ${needed} are needed.`)
