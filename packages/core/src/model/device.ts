import { formatKey, type ImageFormat, type LegalImageFormat } from './image-format.ts'
import type { ImageType } from './image-type.ts'

/** CL_DEVICE_NUMERIC_VERSION as major.minor, oldest first. */
export const DEVICE_VERSIONS = ['1.0', '1.1', '1.2', '2.0', '2.1', '2.2', '3.0'] as const
/** One of DEVICE_VERSIONS. */
export type DeviceVersion = (typeof DEVICE_VERSIONS)[number]
/** CL_DEVICE_TYPE. */
export type DeviceType = 'cpu' | 'gpu' | 'accelerator'

/** What a backend says of a device. Sizes are in bytes, image limits in pixels and images. */
export interface DeviceInfo {
  readonly name: string
  readonly type: DeviceType
  readonly version: DeviceVersion
  readonly imageSupport: boolean
  /** In bytes (the C query answers in bits). */
  readonly memBaseAddrAlign: number
  readonly maxMemAllocSize: number
  readonly globalMemSize: number
  readonly image2dMaxWidth: number
  readonly image2dMaxHeight: number
  readonly image3dMaxWidth: number
  readonly image3dMaxHeight: number
  readonly image3dMaxDepth: number
  /** Pixels of a 1D image made from a buffer. */
  readonly imageMaxBufferSize: number
  readonly imageMaxArraySize: number
  /** Pixels that the row pitch of a 2D image made from a buffer is a multiple of; 0 where there are no such images. */
  readonly imagePitchAlignment: number
  /** Pixels that the start of the buffer behind a 2D image is a multiple of; 0 where there are no such images. */
  readonly imageBaseAddressAlignment: number
  /** Whether queues of this device may run out of order. */
  readonly outOfOrderQueues: boolean
  readonly svm: {
    readonly coarseGrainBuffer: boolean
    readonly fineGrainBuffer: boolean
    readonly fineGrainSystem: boolean
    readonly atomics: boolean
  }
  /** The formats that images of each type may have. */
  readonly imageFormats: Readonly<Record<ImageType, readonly LegalImageFormat[]>>
}

/** A device of the injected backend. Equal devices are the same object. */
export interface ClDevice extends DeviceInfo {
  readonly _tag: 'Device'
}

const formatKeys = new WeakMap<DeviceInfo, Map<ImageType, ReadonlySet<string>>>()

/** Whether the device takes images of this type and format. */
export const supportsFormat = (device: DeviceInfo, type: ImageType, format: ImageFormat): boolean => {
  let byType = formatKeys.get(device)
  if (byType === undefined) formatKeys.set(device, (byType = new Map<ImageType, ReadonlySet<string>>()))
  let keys = byType.get(type)
  if (keys === undefined) byType.set(type, (keys = new Set(device.imageFormats[type].map(formatKey))))
  return keys.has(formatKey(format))
}

/** Whether the device has any kind of shared virtual memory. */
export const supportsSvm = ({ svm }: DeviceInfo): boolean =>
  svm.coarseGrainBuffer || svm.fineGrainBuffer || svm.fineGrainSystem

/** Whether the device's version is at least the given one. */
export const isAtLeast = (device: DeviceInfo, version: DeviceVersion): boolean =>
  DEVICE_VERSIONS.indexOf(device.version) >= DEVICE_VERSIONS.indexOf(version)
