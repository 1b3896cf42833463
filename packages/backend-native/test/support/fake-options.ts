import type { DeviceRecord, PlatformRecord } from '../../src/binding/binding.ts'

/** What a played driver is to do. */
export interface FakeOptions {
  readonly platforms?: number | readonly PlatformRecord[]
  readonly devices?: (platform: number) => number | readonly DeviceRecord[]
  readonly open?: string
  /** Whether only a sweep finds commands that failed. */
  readonly isForgetful?: boolean
  readonly hasExternalBuffers?: boolean
  readonly imageFormats?: Uint32Array
  readonly subDevices?: (device: number, units: number) => number | readonly DeviceRecord[]
  /** What maps of images answer, as far as it is not tight. */
  readonly pitches?: { readonly rowPitch: number; readonly slicePitch: number }
  readonly hasNoMappings?: boolean
}
