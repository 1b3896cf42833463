import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { MapImage, MapImageError } from '../../model/commands/map-image.ts'
import { MappedObject } from '../../model/mapped.ts'
import { imageBox } from '../../model/memory-boxes.ts'
import { boxBoundsRefusal, readBox } from '../rules/image-box.ts'
import { imageDeviceRefusal, imageSupportRefusal } from '../rules/image-device-rules.ts'
import { mapAccessRefusal, readMapFlags } from '../rules/map-flags-rule.ts'
import { mappingConflictRefusal } from '../rules/mapping-conflict.ts'
import { contextRefusal, imageRefusal, isLiveImage } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import type { ValidMapImage } from './valid-command.ts'

const NAME = 'MapImage'

/** The rules of clEnqueueMapImage. The mapping is made here and counts from the enqueueing. */
export const validateMapImage =
  ({ queue, waitList }: CommandFacts) =>
  (command: MapImage): Either<MapImageError, ValidMapImage> => {
    const { image } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveImage(image)) return left(imageRefusal(NAME, 'image', image))
    if (image.context !== queue.context) return left(contextRefusal(NAME, 'image'))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    const forbidden =
      imageSupportRefusal(NAME, queue.device) ?? mapAccessRefusal(NAME, 'image', image.flags, command.mapFlags)
    if (forbidden !== undefined) return left(forbidden)
    const read = readMapFlags(NAME, 'map_flags', command.mapFlags)
    if (read._tag === 'Left') return read
    const mapFlags = read.right
    const box = readBox(NAME, 'origin', image, command.origin, command.region)
    if (box._tag === 'Left') return box
    const { origin, region } = box.right
    const outside = boxBoundsRefusal(NAME, 'origin', image, box.right)
    if (outside !== undefined) return left(outside)
    const unsupported = imageDeviceRefusal(NAME, 'image', queue.device, image)
    if (unsupported !== undefined) return left(unsupported)
    const bytes = imageBox(image, origin, region)
    const conflict = mappingConflictRefusal(NAME, 'image', queue.context, bytes, mapFlags)
    if (conflict !== undefined) return left(conflict)
    return right({ _tag: NAME, image, mapFlags, origin, region, mapping: new MappedObject(image, mapFlags, bytes) })
  }
