import { Command } from '../../model/commands/command.ts'
import { commandOf } from './command-type.ts'
import { hostData } from './host-data.ts'
import type { ObjectIds } from './object-ids.ts'
import { bufferType } from './object-types.ts'
import { optional } from './optional.ts'
import { OptionalNumber, OptionalOrigin, OriginType } from './value-types.ts'

/** The commands on buffers alone. */
export const bufferCommands = (objects: ObjectIds) => {
  const buffer = bufferType(objects)
  const host = hostData(objects)
  const optionalHost = optional(host)
  const hostRect = {
    buffer,
    bufferOrigin: OptionalOrigin,
    hostOrigin: OptionalOrigin,
    region: OriginType,
    bufferRowPitch: OptionalNumber,
    bufferSlicePitch: OptionalNumber,
    hostRowPitch: OptionalNumber,
    hostSlicePitch: OptionalNumber,
  }
  return {
    WriteBuffer: commandOf('WriteBuffer', Command.writeBuffer, {
      buffer,
      offset: OptionalNumber,
      size: OptionalNumber,
      ptr: host,
    }),
    ReadBuffer: commandOf('ReadBuffer', Command.readBuffer, {
      buffer,
      offset: OptionalNumber,
      size: OptionalNumber,
      ptr: optionalHost,
    }),
    CopyBuffer: commandOf('CopyBuffer', Command.copyBuffer, {
      srcBuffer: buffer,
      dstBuffer: buffer,
      srcOffset: OptionalNumber,
      dstOffset: OptionalNumber,
      size: OptionalNumber,
    }),
    WriteBufferRect: commandOf('WriteBufferRect', Command.writeBufferRect, { ...hostRect, ptr: host }),
    ReadBufferRect: commandOf('ReadBufferRect', Command.readBufferRect, { ...hostRect, ptr: optionalHost }),
    CopyBufferRect: commandOf('CopyBufferRect', Command.copyBufferRect, {
      srcBuffer: buffer,
      dstBuffer: buffer,
      srcOrigin: OptionalOrigin,
      dstOrigin: OptionalOrigin,
      region: OriginType,
      srcRowPitch: OptionalNumber,
      srcSlicePitch: OptionalNumber,
      dstRowPitch: OptionalNumber,
      dstSlicePitch: OptionalNumber,
    }),
    FillBuffer: commandOf('FillBuffer', Command.fillBuffer, {
      buffer,
      pattern: host,
      offset: OptionalNumber,
      size: OptionalNumber,
    }),
  }
}
