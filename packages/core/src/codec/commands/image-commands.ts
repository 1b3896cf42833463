import { Command } from '../../model/commands/command.ts'
import { commandOf } from './command-type.ts'
import { hostData } from './host-data.ts'
import type { ObjectIds } from './object-ids.ts'
import { bufferType, imageType } from './object-types.ts'
import { optional } from './optional.ts'
import { ColorType, OptionalNumber, OptionalOrigin } from './value-types.ts'

/** The commands on images, also those between images and buffers. */
export const imageCommands = (objects: ObjectIds) => {
  const buffer = bufferType(objects)
  const image = imageType(objects)
  const host = hostData(objects)
  return {
    WriteImage: commandOf('WriteImage', Command.writeImage, {
      image,
      origin: OptionalOrigin,
      region: OptionalOrigin,
      inputRowPitch: OptionalNumber,
      inputSlicePitch: OptionalNumber,
      ptr: host,
    }),
    ReadImage: commandOf('ReadImage', Command.readImage, {
      image,
      origin: OptionalOrigin,
      region: OptionalOrigin,
      rowPitch: OptionalNumber,
      slicePitch: OptionalNumber,
      ptr: optional(host),
    }),
    CopyImage: commandOf('CopyImage', Command.copyImage, {
      srcImage: image,
      dstImage: image,
      srcOrigin: OptionalOrigin,
      dstOrigin: OptionalOrigin,
      region: OptionalOrigin,
    }),
    FillImage: commandOf('FillImage', Command.fillImage, {
      image,
      fillColor: ColorType,
      origin: OptionalOrigin,
      region: OptionalOrigin,
    }),
    CopyImageToBuffer: commandOf('CopyImageToBuffer', Command.copyImageToBuffer, {
      srcImage: image,
      dstBuffer: buffer,
      srcOrigin: OptionalOrigin,
      region: OptionalOrigin,
      dstOffset: OptionalNumber,
    }),
    CopyBufferToImage: commandOf('CopyBufferToImage', Command.copyBufferToImage, {
      srcBuffer: buffer,
      dstImage: image,
      srcOffset: OptionalNumber,
      dstOrigin: OptionalOrigin,
      region: OptionalOrigin,
    }),
  }
}
