import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { WriteImage, WriteImageError } from '../../model/commands/write-image.ts'
import { bytesOf } from '../../model/host-data.ts'
import type { CommandFacts } from './command-facts.ts'
import { writeAccessRefusal } from '../rules/host-access-rule.ts'
import { hostBufferRefusal, isHostData, notHostData, tooShort } from '../rules/host-memory-rule.ts'
import { boxBoundsRefusal, readBox } from '../rules/image-box.ts'
import { imageDeviceRefusal, imageSupportRefusal } from '../rules/image-device-rules.ts'
import { readLayout } from '../rules/image-pitch.ts'
import { contextRefusal, imageRefusal, isLiveImage } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import type { ValidWriteImage } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'WriteImage'
const PITCHES = { row: 'input_row_pitch', slice: 'input_slice_pitch' } as const

/** The rules of clEnqueueWriteImage. */
export const validateWriteImage =
  ({ queue, waitList }: CommandFacts) =>
  (command: WriteImage): Either<WriteImageError, ValidWriteImage> => {
    const { image, ptr } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveImage(image)) return left(imageRefusal(NAME, 'image', image))
    if (image.context !== queue.context) return left(contextRefusal(NAME, 'image'))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    const forbidden = imageSupportRefusal(NAME, queue.device) ?? writeAccessRefusal(NAME, 'image', image.flags)
    if (forbidden !== undefined) return left(forbidden)
    const box = readBox(NAME, 'origin', image, command.origin, command.region)
    if (box._tag === 'Left') return box
    const { origin, region } = box.right
    const layout = readLayout(NAME, PITCHES, image, region, command.inputRowPitch, command.inputSlicePitch)
    if (layout._tag === 'Left') return layout
    if (!isHostData(ptr)) return left(notHostData(NAME, 'ptr', ptr))
    const refused = hostBufferRefusal(NAME, 'ptr', ptr) ?? boxBoundsRefusal(NAME, 'origin', image, box.right)
    if (refused !== undefined) return left(refused)
    const { row, slice, span } = layout.right
    if (ptr.byteLength < span) return left(tooShort(NAME, 'ptr', ptr.byteLength, span))
    const unsupported = imageDeviceRefusal(NAME, 'image', queue.device, image)
    if (unsupported !== undefined) return left(unsupported)
    return right({ _tag: NAME, image, origin, region, inputRowPitch: row, inputSlicePitch: slice, ptr: bytesOf(ptr) })
  }
