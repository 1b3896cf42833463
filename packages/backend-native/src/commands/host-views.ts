import type { HostRef, SvmRef } from '@rxcl/core/port'
import type { DriverCommand } from './driver-command.ts'
import { hostBoxOf } from './host-box.ts'
import { hostSpanOf } from './host-span.ts'

/** The host memory on one side of a command: `size` bytes of `ptr` from `start` on. */
export interface HostView {
  readonly ptr: Uint8Array
  readonly start: number
  readonly size: number
  /** Whether the command writes there. */
  readonly isTarget: boolean
}

const NONE: readonly HostView[] = []

const placeViews = (place: SvmRef | HostRef, size: number, isTarget: boolean): readonly HostView[] =>
  place._tag === 'HostMemory' ? [{ ptr: place.bytes, start: 0, size, isTarget }] : NONE

/** The host memory of a command. */
export const hostViewsOf = (command: DriverCommand): readonly HostView[] => {
  switch (command._tag) {
    case 'WriteBuffer':
    case 'ReadBuffer':
      return [{ ptr: command.ptr, start: 0, size: command.size, isTarget: command._tag === 'ReadBuffer' }]
    case 'WriteBufferRect':
    case 'ReadBufferRect': {
      const { start, bytes } = hostBoxOf(command)
      return [{ ptr: command.ptr, start, size: bytes, isTarget: command._tag === 'ReadBufferRect' }]
    }
    case 'WriteImage': {
      const { image, region, inputRowPitch, inputSlicePitch, ptr } = command
      const { bytes } = hostSpanOf(image, region, inputRowPitch, inputSlicePitch)
      return [{ ptr, start: 0, size: bytes, isTarget: false }]
    }
    case 'ReadImage': {
      const { image, region, rowPitch, slicePitch, ptr } = command
      const { bytes } = hostSpanOf(image, region, rowPitch, slicePitch)
      return [{ ptr, start: 0, size: bytes, isTarget: true }]
    }
    case 'SvmMemcpy': {
      const { srcPtr, dstPtr, size } = command
      return [...placeViews(srcPtr, size, false), ...placeViews(dstPtr, size, true)]
    }
    case 'CopyBuffer':
    case 'CopyBufferRect':
    case 'CopyBufferRows':
    case 'FillBuffer':
    case 'CopyImage':
    case 'CopyImageThrough':
    case 'FillImage':
    case 'CopyImageToBuffer':
    case 'CopyBufferToImage':
    case 'MapBuffer':
    case 'MapImage':
    case 'UnmapMemObject':
    case 'MigrateMemObjects':
    case 'SvmMemFill':
    case 'SvmMap':
    case 'SvmUnmap':
    case 'SvmMigrateMem':
    case 'SvmFree':
    case 'Marker':
    case 'Barrier':
      return NONE
  }
}
