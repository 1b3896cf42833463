import { of } from 'rxjs'
import {
  Flow,
  completed,
  unmap,
  type ClBuffer,
  type ClCommandQueue,
  type ClImage,
  type Mappable,
  type Mapped,
} from '../../index.ts'
import { expectEqual, expectTypeError } from '../expect.ts'
import { value } from '../settle.ts'

/** Gives a mapping of a buffer or image back, to the end of the unmap. */
export const unmapped = <R extends ClBuffer | ClImage>(queue: ClCommandQueue, mapped: Mapped<R>): Promise<R> =>
  value('unmap', of(mapped).pipe(Flow.lift(), unmap(queue), completed()))

/** That the host has no way to the memory of a mapping any more; `bytes` is what it was given before. */
export const expectGone = (what: string, mapped: Mapped<Mappable>, bytes: Uint8Array): void => {
  expectEqual(`${what}: isMapped`, mapped.isMapped, false)
  expectEqual(`${what}: length of the bytes given before`, bytes.byteLength, 0)
  expectTypeError(`${what}: bytes`, () => mapped.bytes)
  expectTypeError(`${what}: rowPitch`, () => mapped.rowPitch)
  expectTypeError(`${what}: slicePitch`, () => mapped.slicePitch)
}
