import type {
  PortWriteBuffer,
  PortReadBuffer,
  PortCopyBuffer,
  PortWriteBufferRect,
  PortReadBufferRect,
  PortCopyBufferRect,
  PortFillBuffer,
} from './buffer-commands.ts'
import type {
  PortWriteImage,
  PortReadImage,
  PortCopyImage,
  PortFillImage,
  PortCopyImageToBuffer,
  PortCopyBufferToImage,
} from './image-commands.ts'
import type {
  PortMapBuffer,
  PortMapImage,
  PortUnmapMemObject,
  PortMigrateMemObjects,
  PortSvmMap,
  PortSvmUnmap,
  PortSvmMigrateMem,
} from './map-commands.ts'
import type { PortSvmMemcpy, PortSvmMemFill, PortSvmFree } from './svm-commands.ts'

// The commands as a backend gets them: every rule of the specification that the host can check holds, every default is
// filled in, every number is a non-negative safe integer.

/** Without a wait list (`hasWaitList` false) it waits for every earlier command of its queue. */
export interface PortMarker {
  readonly _tag: 'Marker'
  readonly hasWaitList: boolean
}

/** As PortMarker; every later command of its queue waits for it. */
export interface PortBarrier {
  readonly _tag: 'Barrier'
  readonly hasWaitList: boolean
}

export type PortCommand =
  | PortWriteBuffer
  | PortReadBuffer
  | PortCopyBuffer
  | PortWriteBufferRect
  | PortReadBufferRect
  | PortCopyBufferRect
  | PortFillBuffer
  | PortWriteImage
  | PortReadImage
  | PortCopyImage
  | PortFillImage
  | PortCopyImageToBuffer
  | PortCopyBufferToImage
  | PortMapBuffer
  | PortMapImage
  | PortUnmapMemObject
  | PortMigrateMemObjects
  | PortSvmMemcpy
  | PortSvmMemFill
  | PortSvmMap
  | PortSvmUnmap
  | PortSvmMigrateMem
  | PortSvmFree
  | PortMarker
  | PortBarrier
