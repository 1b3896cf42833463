import type { Triple } from '../../model/box.ts'
import type { BufferObject } from '../../model/buffer.ts'
import type { ImageObject } from '../../model/image.ts'
import { imageBox } from '../../model/memory-boxes.ts'
import { boxesOverlap } from '../../model/strided-box.ts'
import { rangesOverlap } from './overlap.ts'

const rootOf = ({ buffer }: ImageObject): BufferObject | undefined => buffer?.parent ?? buffer

/**
 * Whether a copy reads and writes the same pixels. Two images over one buffer share its bytes: the specification names
 * only one image on both sides, the effect is the same.
 */
export const imagesOverlap = (
  src: ImageObject,
  srcOrigin: Triple,
  dst: ImageObject,
  dstOrigin: Triple,
  region: Triple,
): boolean => {
  if (src === dst)
    return (
      rangesOverlap(srcOrigin[0], dstOrigin[0], region[0]) &&
      rangesOverlap(srcOrigin[1], dstOrigin[1], region[1]) &&
      rangesOverlap(srcOrigin[2], dstOrigin[2], region[2])
    )
  const root = rootOf(src)
  if (root === undefined || root !== rootOf(dst)) return false
  return boxesOverlap(imageBox(src, srcOrigin, region), imageBox(dst, dstOrigin, region))
}
