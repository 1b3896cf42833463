import { Command, RGBA8 } from '../../index.ts'
import type { Draft } from '../case.ts'
import { boxRows, foreignPicture, picture, shape } from './pictures.ts'
import { refusalDrafts, untyped } from './refusal-scene.ts'

const INVALID_VALUE = { code: 'CL_INVALID_VALUE', status: -30, needs: ['2D images'] } as const
const INVALID_MEM_OBJECT = { code: 'CL_INVALID_MEM_OBJECT', status: -38, needs: ['2D images'] } as const
const INVALID_OPERATION = {
  code: 'CL_INVALID_OPERATION',
  status: -59,
  needs: ['2D images', 'hostAccessFlags'],
} as const
const INVALID_CONTEXT = { code: 'CL_INVALID_CONTEXT', status: -34, needs: ['2D images'] } as const

const ROW = 4 * 4
const ptr = new Uint8Array(ROW * 3)

const WRITE = refusalDrafts('WriteImage', [
  ...boxRows('origin', (_, image, box) => Command.writeImage({ image, ptr: new Uint8Array(256), ...box })),
  {
    name: 'a row pitch below the row',
    ...INVALID_VALUE,
    parameter: 'input_row_pitch',
    command: async (scene) => Command.writeImage({ image: await picture(scene), inputRowPitch: ROW - 1, ptr }),
  },
  {
    name: 'a slice pitch for a 2D image',
    ...INVALID_VALUE,
    parameter: 'input_slice_pitch',
    command: async (scene) => Command.writeImage({ image: await picture(scene), inputSlicePitch: ROW * 3, ptr }),
  },
  {
    name: 'data shorter than the region',
    ...INVALID_VALUE,
    parameter: 'ptr',
    command: async (scene) => Command.writeImage({ image: await picture(scene), ptr: ptr.subarray(1) }),
  },
  {
    name: 'an image that the host may only read',
    ...INVALID_OPERATION,
    parameter: 'image',
    command: async (scene) =>
      Command.writeImage({ image: await scene.bench.image({ ...shape, flags: ['HOST_READ_ONLY'] }), ptr }),
  },
  {
    name: 'a buffer in place of the image',
    ...INVALID_MEM_OBJECT,
    parameter: 'image',
    command: ({ target }) => Command.writeImage({ image: untyped(target), ptr }),
  },
])

const READ = refusalDrafts('ReadImage', [
  ...boxRows('origin', (_, image, box) => Command.readImage({ image, ...box })),
  {
    name: 'a row pitch below the row',
    ...INVALID_VALUE,
    parameter: 'row_pitch',
    command: async (scene) => Command.readImage({ image: await picture(scene), rowPitch: 15 }),
  },
  {
    name: 'an image that the host may not touch',
    ...INVALID_OPERATION,
    parameter: 'image',
    command: async (scene) =>
      Command.readImage({ image: await scene.bench.image({ ...shape, flags: ['HOST_NO_ACCESS'] }) }),
  },
  {
    name: 'an image of another context',
    ...INVALID_CONTEXT,
    parameter: 'image',
    command: (scene) => Command.readImage({ image: foreignPicture(scene) }),
  },
])

const TO_BUFFER = refusalDrafts('CopyImageToBuffer', [
  ...boxRows('src_origin', ({ target }, image, { origin, region }) =>
    Command.copyImageToBuffer({ srcImage: image, dstBuffer: target, srcOrigin: origin, region }),
  ),
  {
    name: 'more pixels than the buffer takes',
    ...INVALID_VALUE,
    parameter: 'dst_offset',
    command: async (scene) =>
      Command.copyImageToBuffer({ srcImage: await picture(scene), dstBuffer: scene.target, dstOffset: 17 }),
  },
  {
    name: 'a released image',
    ...INVALID_MEM_OBJECT,
    parameter: 'src_image',
    command: async (scene) => {
      const image = await scene.bench.image(shape)
      image.release()
      return Command.copyImageToBuffer({ srcImage: image, dstBuffer: scene.target })
    },
  },
  {
    name: 'a released buffer',
    ...INVALID_MEM_OBJECT,
    parameter: 'dst_buffer',
    command: async (scene) => Command.copyImageToBuffer({ srcImage: await picture(scene), dstBuffer: scene.gone }),
  },
  {
    name: 'an image of another context',
    ...INVALID_CONTEXT,
    parameter: 'src_image',
    command: (scene) => Command.copyImageToBuffer({ srcImage: foreignPicture(scene), dstBuffer: scene.target }),
  },
  {
    name: 'a 1D_BUFFER image to its own buffer',
    ...INVALID_MEM_OBJECT,
    needs: ['1D_BUFFER images'],
    parameter: 'src_image',
    command: async ({ bench, target }) =>
      Command.copyImageToBuffer({
        srcImage: await bench.image({ type: '1D_BUFFER', format: RGBA8, width: 2, buffer: target }),
        dstBuffer: target,
        dstOffset: 16,
      }),
  },
])

const TO_IMAGE = refusalDrafts('CopyBufferToImage', [
  ...boxRows('dst_origin', ({ source }, image, { origin, region }) =>
    Command.copyBufferToImage({ srcBuffer: source, dstImage: image, dstOrigin: origin, region }),
  ),
  {
    name: 'more pixels than the buffer has',
    ...INVALID_VALUE,
    parameter: 'src_offset',
    command: async (scene) =>
      Command.copyBufferToImage({ srcBuffer: scene.source, dstImage: await picture(scene), srcOffset: 17 }),
  },
  {
    name: 'a buffer of another context',
    ...INVALID_CONTEXT,
    parameter: 'src_buffer',
    command: async (scene) => Command.copyBufferToImage({ srcBuffer: scene.foreign, dstImage: await picture(scene) }),
  },
  {
    name: 'a 1D_BUFFER image from its own buffer',
    ...INVALID_MEM_OBJECT,
    needs: ['1D_BUFFER images'],
    parameter: 'dst_image',
    command: async ({ bench, source }) =>
      Command.copyBufferToImage({
        srcBuffer: source,
        srcOffset: 16,
        dstImage: await bench.image({ type: '1D_BUFFER', format: RGBA8, width: 2, buffer: source }),
      }),
  },
])

export const IMAGE_REFUSALS: readonly Draft[] = [...WRITE, ...READ, ...TO_BUFFER, ...TO_IMAGE]
