import { describe, it } from 'vitest'
import type { ImageType } from '../../../src/model/image-type.ts'
import { validateCopyImage } from '../../../src/validate/commands/copy-image.ts'
import { checkWith, commandWorld } from '../command-world.ts'
import { imageOf } from '../objects.ts'
import { expectRefusal, expectRight } from '../specification.ts'

const check = checkWith('CopyImage', validateCopyImage)

/** A box that both types can have. */
const PAIRS: readonly (readonly [ImageType, ImageType, readonly number[]])[] = [
  ['1D', '3D', [16]],
  ['1D_BUFFER', '2D_ARRAY', [16]],
  ['1D_ARRAY', '2D', [16, 4]],
  ['2D', '2D_ARRAY', [16, 8]],
  ['2D', '3D', [16, 8]],
  ['2D_ARRAY', '3D', [16, 8, 4]],
]

describe('CopyImage between types', () => {
  it.each(PAIRS.flatMap(([a, b, region]) => [[a, b, region] as const, [b, a, region] as const]))(
    'copies from a %s to a %s image what both can have, and no more',
    (from, to, region) => {
      const { here, queue } = commandWorld()
      const images = { srcImage: imageOf(here, from), dstImage: imageOf(here, to), srcOrigin: [0], dstOrigin: [0] }
      const copy = (size: readonly number[]) => check({ queue, waitList: [], ...images, region: size })
      expectRight(copy(region))
      const wider = region.toSpliced(0, 1, 17)
      expectRefusal(copy(wider), 'CopyImage', 'CL_INVALID_VALUE', 'region')
    },
  )
})
