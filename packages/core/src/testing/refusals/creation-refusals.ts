import { RGBA8 } from '../../index.ts'
import type { Draft } from '../case.ts'
import { creationDrafts, type CreationRefusal } from './creation-scene.ts'
import { untyped } from './refusal-scene.ts'

const INVALID_VALUE = { code: 'CL_INVALID_VALUE', status: -30 }
const INVALID_SIZE = { code: 'CL_INVALID_BUFFER_SIZE', status: -61 }
const IMAGE_SIZE = { code: 'CL_INVALID_IMAGE_SIZE', status: -40, needs: ['2D images'] } as const
const FORMAT_DESCRIPTOR = { code: 'CL_INVALID_IMAGE_FORMAT_DESCRIPTOR', status: -39, needs: ['2D images'] } as const

const format = RGBA8

const ROWS: readonly CreationRefusal[] = [
  {
    call: 'createBuffer',
    name: 'of 0 bytes',
    ...INVALID_SIZE,
    attempt: ({ context }) => context.createBuffer({ size: 0 }),
  },
  {
    call: 'createBuffer',
    name: 'larger than any device allows',
    ...INVALID_SIZE,
    attempt: ({ context }) =>
      context.createBuffer({ size: Math.max(...context.devices.map((device) => device.maxMemAllocSize)) + 1 }),
  },
  {
    call: 'createBuffer',
    name: 'with flags that exclude each other',
    ...INVALID_VALUE,
    attempt: ({ context }) => context.createBuffer({ size: 4, flags: ['READ_ONLY', 'WRITE_ONLY'] }),
  },
  {
    call: 'createBuffer',
    name: 'with an unknown flag',
    ...INVALID_VALUE,
    attempt: ({ context }) => context.createBuffer({ size: 4, flags: [untyped('FAST')] }),
  },
  {
    call: 'createSubBuffer',
    name: 'of 0 bytes',
    ...INVALID_SIZE,
    needs: ['subBuffers'],
    attempt: async (bench) => (await bench.buffer(64)).createSubBuffer({ origin: 0, size: 0 }),
  },
  {
    call: 'createSubBuffer',
    name: 'that leaves its parent',
    ...INVALID_VALUE,
    needs: ['subBuffers'],
    attempt: async (bench) => (await bench.buffer(64)).createSubBuffer({ origin: 0, size: 65 }),
  },
  {
    call: 'createSubBuffer',
    name: 'at an origin that no device can address',
    code: 'CL_MISALIGNED_SUB_BUFFER_OFFSET',
    status: -13,
    needs: ['subBuffers'],
    attempt: async (bench) => (await bench.buffer(64)).createSubBuffer({ origin: 1, size: 8 }),
  },
  {
    call: 'createSubBuffer',
    name: 'of a sub-buffer',
    code: 'CL_INVALID_MEM_OBJECT',
    status: -38,
    needs: ['subBuffers'],
    attempt: async (bench) => bench.subBuffer(await bench.buffer(64), 0, 32).createSubBuffer({ origin: 0, size: 8 }),
  },
  {
    call: 'createImage',
    name: 'without width',
    ...IMAGE_SIZE,
    attempt: ({ context }) => context.createImage({ type: '2D', format, width: 0, height: 1 }),
  },
  {
    call: 'createImage',
    name: 'wider than any device allows',
    ...IMAGE_SIZE,
    attempt: ({ context }) => {
      const widest = Math.max(...context.devices.map((device) => device.image2dMaxWidth))
      return context.createImage({ type: '2D', format, width: widest + 1, height: 1 })
    },
  },
  {
    call: 'createImage',
    name: 'of an order and a data type that do not go together',
    ...FORMAT_DESCRIPTOR,
    attempt: ({ context }) =>
      context.createImage({
        type: '2D',
        format: { channelOrder: 'CL_RGB', channelDataType: 'CL_FLOAT' },
        width: 1,
        height: 1,
      }),
  },
  {
    call: 'createImage',
    name: 'of an unknown order',
    ...FORMAT_DESCRIPTOR,
    attempt: ({ context }) =>
      context.createImage({
        type: '2D',
        format: { channelOrder: 'CL_CMYK', channelDataType: 'CL_FLOAT' },
        width: 1,
        height: 1,
      }),
  },
  {
    call: 'createImage',
    name: 'with a depth that a 2D image does not have',
    code: 'CL_INVALID_IMAGE_DESCRIPTOR',
    status: -65,
    needs: ['2D images'],
    attempt: ({ context }) => context.createImage({ type: '2D', format, width: 1, height: 1, depth: 2 }),
  },
  {
    call: 'svmAlloc',
    name: 'of 0 bytes',
    ...INVALID_SIZE,
    needs: ['svm'],
    attempt: ({ context }) => context.svmAlloc({ size: 0 }),
  },
  {
    call: 'svmAlloc',
    name: 'with an alignment that is no power of two',
    ...INVALID_VALUE,
    needs: ['svm'],
    attempt: ({ context }) => context.svmAlloc({ size: 16, alignment: 3 }),
  },
  {
    call: 'svmAlloc',
    name: 'with atomics and without fine grain',
    ...INVALID_VALUE,
    needs: ['svm'],
    attempt: ({ context }) => context.svmAlloc({ size: 16, flags: ['SVM_ATOMICS'] }),
  },
  {
    call: 'createCommandQueue',
    name: 'for something that is no device',
    code: 'CL_INVALID_DEVICE',
    status: -33,
    attempt: ({ context }) => context.createCommandQueue({ device: untyped({ name: 'a device' }) }),
  },
]

export const CREATION_REFUSALS: readonly Draft[] = creationDrafts(ROWS)
