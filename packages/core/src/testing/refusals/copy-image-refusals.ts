import { Command } from '../../index.ts'
import type { Draft } from '../case.ts'
import { boxRows, foreignPicture, picture, shape } from './pictures.ts'
import { refusalDrafts, untyped, type RefusalScene } from './refusal-scene.ts'

const OF_IMAGE = ['2D images'] as const
const INVALID_VALUE = { code: 'CL_INVALID_VALUE', status: -30 }
const INVALID_CONTEXT = { code: 'CL_INVALID_CONTEXT', status: -34 }
const INVALID_MEM_OBJECT = { code: 'CL_INVALID_MEM_OBJECT', status: -38 }
const OVERLAP = { code: 'CL_MEM_COPY_OVERLAP', status: -8, parameter: 'dst_image' }

/** An image that is large enough for every box that the rows of the other side name. */
const large = ({ bench }: RefusalScene) => bench.image({ ...shape, width: 16, height: 16 })

export const COPY_IMAGE_REFUSALS: readonly Draft[] = refusalDrafts('CopyImage', [
  ...boxRows('src_origin', async (scene, image, { origin, region }) =>
    Command.copyImage({ srcImage: image, dstImage: await large(scene), srcOrigin: origin, region }),
  ),
  ...boxRows('dst_origin', async (scene, image, { origin, region }) =>
    Command.copyImage({ srcImage: await large(scene), dstImage: image, dstOrigin: origin, region }),
  ).map((row) => ({ ...row, name: `${row.name}, of the destination` })),
  {
    name: 'two formats',
    code: 'CL_IMAGE_FORMAT_MISMATCH',
    status: -9,
    needs: OF_IMAGE,
    parameter: 'dst_image',
    command: async (scene) => {
      const format = { channelOrder: 'CL_RGBA', channelDataType: 'CL_UNSIGNED_INT8' }
      return Command.copyImage({
        srcImage: await picture(scene),
        dstImage: await scene.bench.image({ ...shape, format }),
      })
    },
  },
  {
    name: 'rows that a 1D image does not have',
    ...INVALID_VALUE,
    needs: ['2D images', '1D images'],
    parameter: 'region',
    command: async (scene) => {
      const dstImage = await scene.bench.image({ type: '1D', format: shape.format, width: 8 })
      return Command.copyImage({ srcImage: await picture(scene), dstImage, region: [2, 2] })
    },
  },
  {
    name: 'boxes of one image that share a pixel',
    ...OVERLAP,
    needs: OF_IMAGE,
    command: async (scene) => {
      const image = await picture(scene)
      return Command.copyImage({ srcImage: image, dstImage: image, region: [2, 2], dstOrigin: [1, 1] })
    },
  },
  {
    name: 'two images over one buffer that share a byte',
    ...OVERLAP,
    needs: ['1D_BUFFER images'],
    command: async ({ bench, source }) => {
      const desc = { type: '1D_BUFFER', format: shape.format, width: 8, buffer: source } as const
      const [srcImage, dstImage] = [await bench.image(desc), await bench.image(desc)]
      return Command.copyImage({ srcImage, dstImage, region: [4], dstOrigin: [3] })
    },
  },
  {
    name: 'a released source',
    ...INVALID_MEM_OBJECT,
    needs: OF_IMAGE,
    parameter: 'src_image',
    command: async (scene) => {
      const image = await scene.bench.image(shape)
      image.release()
      return Command.copyImage({ srcImage: image, dstImage: await picture(scene) })
    },
  },
  {
    name: 'a buffer in place of the destination',
    ...INVALID_MEM_OBJECT,
    needs: OF_IMAGE,
    parameter: 'dst_image',
    command: async (scene) => Command.copyImage({ srcImage: await picture(scene), dstImage: untyped(scene.target) }),
  },
  {
    name: 'an image of another context',
    ...INVALID_CONTEXT,
    needs: OF_IMAGE,
    parameter: 'dst_image',
    command: async (scene) => Command.copyImage({ srcImage: await picture(scene), dstImage: foreignPicture(scene) }),
  },
])
