import { RGBA8, type MemFlag } from '../../index.ts'
import type { Draft } from '../case.ts'
import { creationDrafts, type CreationRefusal } from './creation-scene.ts'
import { untyped } from './refusal-scene.ts'

const HOST_PTR = { code: 'CL_INVALID_HOST_PTR', status: -37 }
const INVALID_VALUE = { code: 'CL_INVALID_VALUE', status: -30 }
const OF_IMAGE = ['2D images'] as const
const DESCRIPTOR = { code: 'CL_INVALID_IMAGE_DESCRIPTOR', status: -65, needs: OF_IMAGE }

const ROW = 4 * 4
const image = { type: '2D', format: RGBA8, width: 4, height: 3 } as const
const COPY: readonly MemFlag[] = ['COPY_HOST_PTR']
const hostPtr = new Uint8Array(ROW * 3)

const BUFFER_ROWS: readonly CreationRefusal[] = [
  ...(['USE_HOST_PTR', 'COPY_HOST_PTR'] as const).map((flag) => ({
    call: 'createBuffer',
    name: `with ${flag} and no memory`,
    ...HOST_PTR,
    attempt: ({ context }: Parameters<CreationRefusal['attempt']>[0]) =>
      context.createBuffer({ size: 4, flags: [flag] }),
  })),
  {
    call: 'createBuffer',
    name: 'with memory and no flag for it',
    ...HOST_PTR,
    attempt: ({ context }) => context.createBuffer({ size: 4, hostPtr }),
  },
  {
    call: 'createBuffer',
    name: 'with memory that is shorter',
    ...HOST_PTR,
    attempt: ({ context }) => context.createBuffer({ size: hostPtr.length + 1, flags: COPY, hostPtr }),
  },
  {
    call: 'createBuffer',
    name: 'with memory that is no view',
    ...HOST_PTR,
    attempt: ({ context }) => context.createBuffer({ size: 4, flags: COPY, hostPtr: untyped(hostPtr.buffer) }),
  },
  ...(['COPY_HOST_PTR', 'ALLOC_HOST_PTR'] as const).map((flag) => ({
    call: 'createBuffer',
    name: `with USE_HOST_PTR and ${flag}`,
    ...INVALID_VALUE,
    attempt: ({ context }: Parameters<CreationRefusal['attempt']>[0]) =>
      context.createBuffer({ size: 4, flags: ['USE_HOST_PTR', flag], hostPtr }),
  })),
]

const IMAGE_ROWS: readonly CreationRefusal[] = [
  {
    call: 'createImage',
    name: 'with COPY_HOST_PTR and no memory',
    ...HOST_PTR,
    needs: OF_IMAGE,
    attempt: ({ context }) => context.createImage({ ...image, flags: COPY }),
  },
  {
    call: 'createImage',
    name: 'with memory and no flag for it',
    ...HOST_PTR,
    needs: OF_IMAGE,
    attempt: ({ context }) => context.createImage({ ...image, hostPtr }),
  },
  {
    call: 'createImage',
    name: 'with memory that is shorter than its rows',
    ...HOST_PTR,
    needs: OF_IMAGE,
    attempt: ({ context }) => context.createImage({ ...image, flags: COPY, hostPtr: hostPtr.subarray(1) }),
  },
  {
    call: 'createImage',
    name: 'with memory that is shorter than its rows with their pitch',
    ...HOST_PTR,
    needs: OF_IMAGE,
    attempt: ({ context }) => context.createImage({ ...image, flags: COPY, hostPtr, rowPitch: ROW + 4 }),
  },
  {
    call: 'createImage',
    name: 'with a row pitch below the row',
    ...DESCRIPTOR,
    attempt: ({ context }) => context.createImage({ ...image, flags: COPY, hostPtr, rowPitch: ROW - 4 }),
  },
  {
    call: 'createImage',
    name: 'with a row pitch that is no multiple of a pixel',
    ...DESCRIPTOR,
    attempt: ({ context }) => context.createImage({ ...image, height: 2, flags: COPY, hostPtr, rowPitch: ROW + 2 }),
  },
  {
    call: 'createImage',
    name: 'with a row pitch and no memory',
    ...DESCRIPTOR,
    attempt: ({ context }) => context.createImage({ ...image, rowPitch: ROW }),
  },
  {
    call: 'createImage',
    name: 'with a slice pitch that a 2D image does not have',
    ...DESCRIPTOR,
    attempt: ({ context }) => context.createImage({ ...image, flags: COPY, hostPtr, slicePitch: ROW * 3 }),
  },
  {
    call: 'createImage',
    name: 'with a slice pitch that is no multiple of the row pitch',
    code: 'CL_INVALID_IMAGE_DESCRIPTOR',
    status: -65,
    needs: ['3D images'],
    attempt: ({ context }) =>
      context.createImage({ ...image, type: '3D', height: 1, depth: 2, flags: COPY, hostPtr, slicePitch: ROW + 4 }),
  },
  {
    call: 'createImage',
    name: 'from a buffer with a row pitch that is no multiple of a pixel',
    ...DESCRIPTOR,
    needs: ['2D images', 'imagesOfBuffers'],
    attempt: async (bench) => {
      const buffer = await bench.buffer(4096)
      return bench.context.createImage({ ...image, buffer, rowPitch: ROW + 2 })
    },
  },
  {
    call: 'createImage',
    name: 'from a buffer that is shorter than its rows',
    code: 'CL_INVALID_IMAGE_SIZE',
    status: -40,
    needs: ['2D images', 'imagesOfBuffers'],
    attempt: async (bench) => {
      const width = bench.device.imagePitchAlignment
      const buffer = await bench.buffer(width * 4 * 3 - 1)
      return bench.context.createImage({ ...image, width, buffer })
    },
  },
  {
    call: 'createImage',
    name: 'of type 3D from a buffer',
    code: 'CL_INVALID_IMAGE_DESCRIPTOR',
    status: -65,
    needs: ['3D images'],
    attempt: async (bench) =>
      bench.context.createImage({ ...image, type: '3D', depth: 1, buffer: await bench.buffer(4096) }),
  },
]

const FORMAT_ROWS: readonly CreationRefusal[] = [
  {
    call: 'supportedImageFormats',
    name: 'of an unknown type',
    ...INVALID_VALUE,
    attempt: ({ context }) => context.supportedImageFormats({ type: untyped('4D') }),
  },
  {
    call: 'supportedImageFormats',
    name: 'with flags that exclude each other',
    ...INVALID_VALUE,
    attempt: ({ context }) => context.supportedImageFormats({ type: '2D', flags: ['READ_ONLY', 'WRITE_ONLY'] }),
  },
]

export const HOST_POINTER_REFUSALS: readonly Draft[] = creationDrafts([...BUFFER_ROWS, ...IMAGE_ROWS, ...FORMAT_ROWS])
