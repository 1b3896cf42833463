import { RGBA8, type ClDevice, type ImageDesc, type ImageType } from '../index.ts'
import { expectLeft, fail, left } from './expect.ts'
import type { Workbench } from './workbench.ts'

/** What a device may lack; a case that needs it checks then that the device refuses it. */
export type Capability = 'svm' | 'outOfOrder' | 'userEvents' | 'subBuffers' | 'hostAccessFlags' | `${ImageType} images`

interface Rule {
  present(device: ClDevice): boolean
  expectRefusal(bench: Workbench): Promise<void>
}

/** The smallest description of an image of each type; a 1D_BUFFER image lacks its buffer. */
export const smallest = (type: Exclude<ImageType, '1D_BUFFER'>): ImageDesc<ImageType> => {
  const format = RGBA8
  switch (type) {
    case '1D':
      return { type, format, width: 1 }
    case '1D_ARRAY':
      return { type, format, width: 1, arraySize: 1 }
    case '2D':
      return { type, format, width: 1, height: 1 }
    case '2D_ARRAY':
      return { type, format, width: 1, height: 1, arraySize: 1 }
    case '3D':
      return { type, format, width: 1, height: 1, depth: 1 }
  }
}

const NO_SUCH_IMAGES = ['CL_INVALID_OPERATION', 'CL_INVALID_IMAGE_DESCRIPTOR', 'CL_IMAGE_FORMAT_NOT_SUPPORTED']

const images = (type: ImageType): Rule => ({
  present: (device) => device.imageSupport && device.imageFormats[type].length > 0,
  expectRefusal: async (bench) => {
    const desc =
      type === '1D_BUFFER' ? { type, format: RGBA8, width: 1, buffer: await bench.buffer(4) } : smallest(type)
    const made = bench.context.createImage(desc)
    if (!bench.device.imageSupport)
      expectLeft(`createImage ${type}`, made, { code: 'CL_INVALID_OPERATION', origin: 'validation' })
    else {
      const { _tag } = left(`createImage ${type}`, made)
      if (!NO_SUCH_IMAGES.includes(_tag)) fail(`createImage ${type}: expected one of ${NO_SUCH_IMAGES}, got ${_tag}`)
    }
  },
})

export const CAPABILITIES: Readonly<Record<Capability, Rule>> = {
  svm: {
    present: ({ svm }) => svm.coarseGrainBuffer || svm.fineGrainBuffer || svm.fineGrainSystem,
    expectRefusal: async (bench) => {
      expectLeft('svmAlloc', bench.context.svmAlloc({ size: 16 }), {
        code: 'CL_INVALID_OPERATION',
        origin: 'validation',
      })
    },
  },
  outOfOrder: {
    present: (device) => device.outOfOrderQueues,
    expectRefusal: async (bench) => {
      expectLeft('createCommandQueue', bench.context.createCommandQueue({ outOfOrder: true }), {
        code: 'CL_INVALID_QUEUE_PROPERTIES',
        origin: 'validation',
      })
    },
  },
  userEvents: {
    present: (device) => device.version !== '1.0',
    expectRefusal: async (bench) => {
      expectLeft('createUserEvent', bench.context.createUserEvent(), {
        code: 'CL_INVALID_OPERATION',
        origin: 'validation',
      })
    },
  },
  subBuffers: {
    present: (device) => device.version !== '1.0',
    expectRefusal: async (bench) => {
      const parent = await bench.buffer(16)
      expectLeft('createSubBuffer', parent.createSubBuffer({ origin: 0, size: 8 }), {
        code: 'CL_INVALID_OPERATION',
        origin: 'validation',
      })
    },
  },
  hostAccessFlags: {
    present: (device) => device.version !== '1.0' && device.version !== '1.1',
    expectRefusal: async (bench) => {
      for (const flag of ['HOST_READ_ONLY', 'HOST_WRITE_ONLY', 'HOST_NO_ACCESS'] as const)
        expectLeft(`createBuffer ${flag}`, bench.context.createBuffer({ size: 16, flags: [flag] }), {
          code: 'CL_INVALID_VALUE',
          origin: 'validation',
        })
    },
  },
  '1D images': images('1D'),
  '1D_BUFFER images': images('1D_BUFFER'),
  '1D_ARRAY images': images('1D_ARRAY'),
  '2D images': images('2D'),
  '2D_ARRAY images': images('2D_ARRAY'),
  '3D images': images('3D'),
}
