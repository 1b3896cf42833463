import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { ReadImage, ReadImageError } from '../../model/commands/read-image.ts'
import { bytesOf } from '../../model/host-data.ts'
import type { CommandFacts } from './command-facts.ts'
import { readAccessRefusal } from '../rules/host-access-rule.ts'
import { hostBufferRefusal, isHostData, notHostData, tooShort } from '../rules/host-memory-rule.ts'
import { boxBoundsRefusal, readBox } from '../rules/image-box.ts'
import { imageDeviceRefusal, imageSupportRefusal } from '../rules/image-device-rules.ts'
import { readLayout } from '../rules/image-pitch.ts'
import { contextRefusal, imageRefusal, isLiveImage } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { allocateResult } from '../rules/result-memory.ts'
import type { ValidReadImage } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'ReadImage'
const PITCHES = { row: 'row_pitch', slice: 'slice_pitch' } as const

/** The rules of clEnqueueReadImage. Without `ptr` the result is allocated here, in whole slices. */
export const validateReadImage =
  ({ queue, waitList }: CommandFacts) =>
  (command: ReadImage): Either<ReadImageError, ValidReadImage> => {
    const { image, ptr } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveImage(image)) return left(imageRefusal(NAME, 'image', image))
    if (image.context !== queue.context) return left(contextRefusal(NAME, 'image'))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    const forbidden = imageSupportRefusal(NAME, queue.device) ?? readAccessRefusal(NAME, 'image', image.flags)
    if (forbidden !== undefined) return left(forbidden)
    const box = readBox(NAME, 'origin', image, command.origin, command.region)
    if (box._tag === 'Left') return box
    const { origin, region } = box.right
    const layout = readLayout(NAME, PITCHES, image, region, command.rowPitch, command.slicePitch)
    if (layout._tag === 'Left') return layout
    if (ptr !== undefined) {
      if (!isHostData(ptr)) return left(notHostData(NAME, 'ptr', ptr))
      const badMemory = hostBufferRefusal(NAME, 'ptr', ptr)
      if (badMemory !== undefined) return left(badMemory)
    }
    const { row, slice, span, bytes } = layout.right
    const outside = boxBoundsRefusal(NAME, 'origin', image, box.right)
    if (outside !== undefined) return left(outside)
    if (ptr !== undefined && ptr.byteLength < span) return left(tooShort(NAME, 'ptr', ptr.byteLength, span))
    const unsupported = imageDeviceRefusal(NAME, 'image', queue.device, image)
    if (unsupported !== undefined) return left(unsupported)
    const pixels = region[0] * region[1] * region[2] * image.elementSize
    const result = ptr === undefined ? allocateResult(NAME, image.context, bytes, pixels) : right(bytesOf(ptr))
    if (result._tag === 'Left') return result
    return right({ _tag: NAME, image, origin, region, rowPitch: row, slicePitch: slice, ptr: result.right })
  }
