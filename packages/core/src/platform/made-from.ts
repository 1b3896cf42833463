import { bytesOf, type HostData } from '../model/host-data.ts'
import type { MemFlag } from '../model/mem-flag.ts'
import { svmBehind, type SvmObject } from '../model/svm.ts'
import type { ImageStorage } from '../port/backend.ts'
import type { ValidImageDesc } from '../validate/creation/create-image.ts'
import { hasSlices } from '../validate/creation/image-pitch-rules.ts'

/** The memory that an object goes on to share with the host: with COPY_HOST_PTR it has been copied, and is no more its own. */
export const sharedHostPtr = (desc: {
  readonly flags: readonly MemFlag[]
  readonly hostPtr: HostData | undefined
}): HostData | undefined => (desc.flags.includes('USE_HOST_PTR') ? desc.hostPtr : undefined)

/** Shared virtual memory that an object goes on to use. */
export const sharedSvm = (hostPtr: HostData | undefined): SvmObject | undefined =>
  hostPtr === undefined ? undefined : svmBehind(hostPtr)

/** Host memory as the port takes it. */
export const portHostPtr = (hostPtr: HostData | undefined): Uint8Array | undefined =>
  hostPtr === undefined ? undefined : bytesOf(hostPtr)

/** What the port is told of the memory of an image: pitches only where it is not the image's own. */
export const imageStorage = ({ buffer, hostPtr, layout }: ValidImageDesc): ImageStorage => ({
  buffer: buffer?.handle,
  hostPtr: portHostPtr(hostPtr),
  rowPitch: buffer === undefined && hostPtr === undefined ? 0 : layout.rowPitch,
  slicePitch: hostPtr === undefined ? 0 : layout.slicePitch,
})

/** What an image says of its memory. */
export const imageFacts = (valid: ValidImageDesc) => ({
  buffer: valid.buffer,
  rowPitch: valid.layout.rowPitch,
  slicePitch: hasSlices(valid.shape) ? valid.layout.slicePitch : 0,
  hostPtr: sharedHostPtr(valid),
})
