import type { BufferRef, PortBarrier, PortMarker, PortWriteBuffer } from '@rxcl/core/port'

/** A command that puts `value` into the first byte of `buffer`. */
export const put = (buffer: BufferRef, value: number): PortWriteBuffer => ({
  _tag: 'WriteBuffer',
  buffer,
  offset: 0,
  size: 1,
  ptr: Uint8Array.of(value),
})

export const marker = (hasWaitList = false): PortMarker => ({ _tag: 'Marker', hasWaitList })
export const barrier = (hasWaitList = false): PortBarrier => ({ _tag: 'Barrier', hasWaitList })
