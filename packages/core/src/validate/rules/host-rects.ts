import type { Either } from 'fp-ts/lib/Either.js'
import type { ClError } from '../../model/cl-error.ts'
import type { ReadBufferRect } from '../../model/commands/read-buffer-rect.ts'
import type { WriteBufferRect } from '../../model/commands/write-buffer-rect.ts'
import { readRectPair, type RectPair } from './rect-pair.ts'
import type { RectNames } from './rect-rule.ts'

/** The buffer's side of a read or write of a rectangle. */
export const BUFFER_RECT: RectNames = {
  memory: 'buffer',
  origin: 'buffer_origin',
  row: 'buffer_row_pitch',
  slice: 'buffer_slice_pitch',
}

const HOST_RECT: RectNames = { memory: 'ptr', origin: 'host_origin', row: 'host_row_pitch', slice: 'host_slice_pitch' }

/** The rectangles of a read or write: first the buffer's, then the host's. */
export const readHostRects = (
  command: ReadBufferRect | WriteBufferRect,
): Either<ClError<'CL_INVALID_VALUE'>, RectPair> =>
  readRectPair(
    command._tag,
    {
      names: BUFFER_RECT,
      origin: command.bufferOrigin,
      rowPitch: command.bufferRowPitch,
      slicePitch: command.bufferSlicePitch,
    },
    {
      names: HOST_RECT,
      origin: command.hostOrigin,
      rowPitch: command.hostRowPitch,
      slicePitch: command.hostSlicePitch,
    },
    command.region,
  )
