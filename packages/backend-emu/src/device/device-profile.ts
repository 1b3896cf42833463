import type { DeviceInfo, DeviceVersion, LegalImageFormat } from '@rxcl/core'

/** What an emulated device is like. What is left out has the default given here. */
export interface DeviceProfile {
  /** 'RxCL emulator', with the device's number behind it where there are several. */
  readonly name?: string
  /** 'cpu'. */
  readonly type?: DeviceInfo['type']
  /** '3.0'. Sub-2.0 devices have no SVM, and below 1.2 only 2D and 3D images; newer image formats are left out. */
  readonly version?: DeviceVersion
  /** true. Without images all limits of images are 0. */
  readonly imageSupport?: boolean
  /** 'fine' from version 2.0 on, else 'none'. Fine is coarse and fine grain buffers with atomics. */
  readonly svm?: 'none' | 'coarse' | 'fine'
  /** In bytes, a power of two: 128. */
  readonly memBaseAddrAlign?: number
  /** In bytes: 1 GiB, or `globalMemSize` where that is less. */
  readonly maxMemAllocSize?: number
  /** In bytes: 4 GiB, or `maxMemAllocSize` where that is more. */
  readonly globalMemSize?: number
  /** In pixels: 16384. */
  readonly image2dMaxWidth?: number
  /** In pixels: 16384. */
  readonly image2dMaxHeight?: number
  /** In pixels: 2048. */
  readonly image3dMaxWidth?: number
  /** In pixels: 2048. */
  readonly image3dMaxHeight?: number
  /** In pixels: 2048. */
  readonly image3dMaxDepth?: number
  /** In pixels: 67108864. */
  readonly imageMaxBufferSize?: number
  /** In images: 2048. */
  readonly imageMaxArraySize?: number
  /**
   * In pixels, a power of two: 1 from version 2.0 on. Before it 0, which means that there are no 2D images over buffers;
   * 0 turns them off in later versions.
   */
  readonly imagePitchAlignment?: number
  /** As `imagePitchAlignment`, and 0 exactly where that is. */
  readonly imageBaseAddressAlignment?: number
  /** true. */
  readonly outOfOrderQueues?: boolean
  /** How many commands that take time (`latency`) run at once, of all queues: as many as there are queues. */
  readonly engines?: number
  /** For images of all types; all legal formats of the version. CL_DEPTH stays with 2D images and arrays of them. */
  readonly imageFormats?: readonly LegalImageFormat[]
}
