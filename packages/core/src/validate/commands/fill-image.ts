import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { FillImage, FillImageError } from '../../model/commands/fill-image.ts'
import type { CommandFacts } from './command-facts.ts'
import { deviceVersionRefusal } from '../rules/device-version-rule.ts'
import { readFillColor } from '../rules/fill-color-rule.ts'
import { boxBoundsRefusal, readBox } from '../rules/image-box.ts'
import { imageDeviceRefusal, imageSupportRefusal } from '../rules/image-device-rules.ts'
import { contextRefusal, imageRefusal, isLiveImage } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import type { ValidFillImage } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'FillImage'

/** The rules of clEnqueueFillImage. The access flags of the host do not matter to it. */
export const validateFillImage =
  ({ queue, waitList }: CommandFacts) =>
  (command: FillImage): Either<FillImageError, ValidFillImage> => {
    const { image } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveImage(image)) return left(imageRefusal(NAME, 'image', image))
    if (image.context !== queue.context) return left(contextRefusal(NAME, 'image'))
    const refused =
      waitListRefusal(NAME, queue.context, waitList) ??
      deviceVersionRefusal(NAME, queue.device, '1.2') ??
      imageSupportRefusal(NAME, queue.device)
    if (refused !== undefined) return left(refused)
    const fillColor = readFillColor(NAME, image.format, command.fillColor)
    if (fillColor._tag === 'Left') return fillColor
    const box = readBox(NAME, 'origin', image, command.origin, command.region)
    if (box._tag === 'Left') return box
    const unfit =
      boxBoundsRefusal(NAME, 'origin', image, box.right) ?? imageDeviceRefusal(NAME, 'image', queue.device, image)
    if (unfit !== undefined) return left(unfit)
    const { origin, region } = box.right
    return right({ _tag: NAME, image, fillColor: fillColor.right, origin, region })
  }
