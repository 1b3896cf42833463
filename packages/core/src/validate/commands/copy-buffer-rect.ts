import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { CopyBufferRect, CopyBufferRectError } from '../../model/commands/copy-buffer-rect.ts'
import { bufferBox } from '../../model/memory-boxes.ts'
import { alignmentRefusal, isMisaligned } from '../rules/alignment-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import { deviceVersionRefusal } from '../rules/device-version-rule.ts'
import { bufferRefusal, contextRefusal, isLiveBuffer } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { rectsOverlap } from '../rules/rect-overlap.ts'
import { readRectPair } from '../rules/rect-pair.ts'
import { rectBoundsRefusal, type RectNames, type RectPitches } from '../rules/rect-rule.ts'
import type { ValidCopyBufferRect } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'CopyBufferRect'
const SRC: RectNames = { memory: 'src_buffer', origin: 'src_origin', row: 'src_row_pitch', slice: 'src_slice_pitch' }
const DST: RectNames = { memory: 'dst_buffer', origin: 'dst_origin', row: 'dst_row_pitch', slice: 'dst_slice_pitch' }

/** Within one buffer both boxes must have the same pitches, defaults filled in. */
const unequalPitches = (src: RectPitches, dst: RectPitches): ClError<'CL_INVALID_VALUE'> | undefined => {
  if (src.row === dst.row && src.slice === dst.slice) return undefined
  const [parameter, given, needed] =
    src.row === dst.row ? [DST.slice, dst.slice, src.slice] : [DST.row, dst.row, src.row]
  return refusal(
    'CL_INVALID_VALUE',
    NAME,
    parameter,
    `${parameter} is ${given}; within one buffer it must be that of the source, ${needed}.`,
  )
}

/** The command's boxes lie in it: what they overlap in is one buffer or a part of it. */
const overlaps = ({
  srcBuffer,
  dstBuffer,
  srcOrigin,
  dstOrigin,
  region,
  srcRowPitch,
  srcSlicePitch,
  dstRowPitch,
  dstSlicePitch,
}: ValidCopyBufferRect): boolean =>
  (srcBuffer.parent ?? srcBuffer) === (dstBuffer.parent ?? dstBuffer) &&
  rectsOverlap(
    bufferBox(srcBuffer, srcOrigin, region, srcRowPitch, srcSlicePitch),
    bufferBox(dstBuffer, dstOrigin, region, dstRowPitch, dstSlicePitch),
  )

/** The rules of clEnqueueCopyBufferRect. */
export const validateCopyBufferRect =
  ({ queue, waitList }: CommandFacts) =>
  (command: CopyBufferRect): Either<CopyBufferRectError, ValidCopyBufferRect> => {
    const { srcBuffer, dstBuffer } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveBuffer(srcBuffer)) return left(bufferRefusal(NAME, 'src_buffer', srcBuffer))
    if (!isLiveBuffer(dstBuffer)) return left(bufferRefusal(NAME, 'dst_buffer', dstBuffer))
    if (srcBuffer.context !== queue.context) return left(contextRefusal(NAME, 'src_buffer'))
    if (dstBuffer.context !== queue.context) return left(contextRefusal(NAME, 'dst_buffer'))
    const refused = waitListRefusal(NAME, queue.context, waitList) ?? deviceVersionRefusal(NAME, queue.device, '1.1')
    if (refused !== undefined) return left(refused)
    const rects = readRectPair(
      NAME,
      { names: SRC, origin: command.srcOrigin, rowPitch: command.srcRowPitch, slicePitch: command.srcSlicePitch },
      { names: DST, origin: command.dstOrigin, rowPitch: command.dstRowPitch, slicePitch: command.dstSlicePitch },
      command.region,
    )
    if (rects._tag === 'Left') return rects
    const { first: src, second: dst, region } = rects.right
    const bad =
      (srcBuffer === dstBuffer ? unequalPitches(src.pitches, dst.pitches) : undefined) ??
      rectBoundsRefusal(NAME, SRC, srcBuffer.size, src.origin, region, src.pitches) ??
      rectBoundsRefusal(NAME, DST, dstBuffer.size, dst.origin, region, dst.pitches)
    if (bad !== undefined) return left(bad)
    if (isMisaligned(srcBuffer, queue.device))
      return left(alignmentRefusal(NAME, 'src_buffer', srcBuffer, queue.device))
    if (isMisaligned(dstBuffer, queue.device))
      return left(alignmentRefusal(NAME, 'dst_buffer', dstBuffer, queue.device))
    const valid: ValidCopyBufferRect = {
      _tag: NAME,
      srcBuffer,
      dstBuffer,
      srcOrigin: src.origin,
      dstOrigin: dst.origin,
      region,
      srcRowPitch: src.pitches.row,
      srcSlicePitch: src.pitches.slice,
      dstRowPitch: dst.pitches.row,
      dstSlicePitch: dst.pitches.slice,
    }
    if (overlaps(valid))
      return left(
        refusal(
          'CL_MEM_COPY_OVERLAP',
          NAME,
          'dst_buffer',
          `The box of ${region.join(' x ')} from [${valid.srcOrigin.join(', ')}] of src_buffer and the one from ` +
            `[${valid.dstOrigin.join(', ')}] of dst_buffer overlap in one buffer; they must have no byte in common.`,
        ),
      )
    return right(valid)
  }
