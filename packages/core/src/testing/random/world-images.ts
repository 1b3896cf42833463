import { RGBA8, type ClDevice, type FillColor, type ImageDesc, type ImageFormat, type ImageType } from '../../index.ts'
import { right } from '../expect.ts'
import type { Triple } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import type { Workbench } from '../workbench.ts'
import { everyDeviceHas } from './every-device.ts'
import type { BufferTwin, ImageTwin } from './world.ts'

const PIXEL = 4
const UINT8: ImageFormat = { channelOrder: 'CL_RGBA', channelDataType: 'CL_UNSIGNED_INT8' }

/** Which multiples of a byte's 255th part and which whole numbers give the bytes of a pixel back. */
const unorm = ([r = 0, g = 0, b = 0, a = 0]: Uint8Array): FillColor => [r / 255, g / 255, b / 255, a / 255]
const uint = ([r = 0, g = 0, b = 0, a = 0]: Uint8Array): FillColor => [r, g, b, a]

/** In pixels: rows of a 2D image over a buffer, five pixels or more, that every device takes. */
export const pixelPitch = (devices: readonly ClDevice[]): number => {
  const step = Math.max(1, ...devices.map(({ imagePitchAlignment }) => imagePitchAlignment))
  return Math.ceil(5 / step) * step
}

type Shape = Omit<ImageDesc<ImageType>, 'format' | 'hostPtr' | 'flags' | 'buffer' | 'rowPitch'>

/** Those with bytes of their own, and those that share the buffer's: of one row, and of four whose pitch is `pitch` pixels. */
export const makeImages = (
  bench: Workbench,
  { memory: buffer, bytes }: BufferTwin,
  pitch: number,
): readonly ImageTwin[] => {
  const { devices } = bench.context
  const images: ImageTwin[] = []
  const make = (desc: ImageDesc<ImageType>, extent: Triple, pixels: Uint8Array, rowPitch: number): void => {
    const memory = right(`createImage ${desc.type}`, bench.context.createImage(desc))
    const slicePitch = rowPitch * extent[1]
    const colorOf = desc.format === RGBA8 ? unorm : uint
    images.push({ memory, bytes: pixels, extent, elementSize: PIXEL, rowPitch, slicePitch, colorOf })
  }
  const own = (shape: Shape, extent: Triple, format: ImageFormat = RGBA8): void => {
    if (!everyDeviceHas(devices, `${shape.type} images`)) return
    const pixels = pattern(extent[0] * extent[1] * extent[2] * PIXEL, images.length + 151)
    const flags = ['READ_WRITE', 'COPY_HOST_PTR'] as const
    make({ ...shape, format, flags, hostPtr: pixels.slice() }, extent, pixels, extent[0] * PIXEL)
  }
  own({ type: '2D', width: 5, height: 4 }, [5, 4, 1])
  own({ type: '3D', width: 3, height: 3, depth: 2 }, [3, 3, 2])
  own({ type: '1D_ARRAY', width: 4, arraySize: 3 }, [4, 3, 1])
  own({ type: '2D', width: 3, height: 3 }, [3, 3, 1], UINT8)
  if (everyDeviceHas(devices, '1D_BUFFER images'))
    make({ type: '1D_BUFFER', format: RGBA8, width: 10, buffer }, [10, 1, 1], bytes.subarray(0, 10 * PIXEL), 10 * PIXEL)
  if (everyDeviceHas(devices, 'imagesOfBuffers') && everyDeviceHas(devices, '2D images')) {
    const rowPitch = pitch * PIXEL
    make({ type: '2D', format: RGBA8, width: 4, height: 4, buffer, rowPitch }, [4, 4, 1], bytes, rowPitch)
  }
  return images
}
