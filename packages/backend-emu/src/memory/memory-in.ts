import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { PortFailure } from '@rxcl/core/port'
import type { ImageLayout, Pitches } from '../image/layout.ts'
import { STATUS } from '../status.ts'
import type { Block } from './block.ts'
import { MemoryObject } from './memory-object.ts'
import { LOST, Move } from './move.ts'

/** Host memory that an object begins with. */
export interface InitialBytes extends Pitches {
  readonly bytes: Uint8Array
  /** USE_HOST_PTR: maps show it. */
  readonly isUsed: boolean
}

/**
 * A new object in `block`, with the host's bytes where there are some. They are copied at once, as the program may change
 * them after the call.
 *
 * Left: CL_OUT_OF_HOST_MEMORY where the host has fewer bytes than the object.
 */
export const memoryIn = (
  block: Block,
  {
    layout,
    box: [rowBytes, rows, slices],
    host,
  }: {
    readonly layout: ImageLayout
    /** Bytes of a row, rows, slices. */
    readonly box: readonly [number, number, number]
    readonly host: InitialBytes | undefined
  },
): Either<PortFailure, MemoryObject> => {
  if (host === undefined) return E.right(new MemoryObject(block, 0, true, layout, undefined))
  const move = new Move()
  move.from(host.bytes, 0, host.rowPitch, host.slicePitch)
  move.to(block.bytes, block.base, layout.rowPitch, layout.slicePitch)
  move.extent(rowBytes, rows, slices)
  if (move.step(Infinity) === LOST) {
    const message = 'The host memory behind the new object is shorter than the object.'
    return E.left({ status: STATUS.CL_OUT_OF_HOST_MEMORY, message, parameter: 'host_ptr' })
  }
  const { bytes, rowPitch, slicePitch } = host
  const storage = host.isUsed ? { bytes, offset: 0, rowPitch, slicePitch } : undefined
  return E.right(new MemoryObject(block, 0, true, layout, storage))
}
