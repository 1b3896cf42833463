import { RGBA8, type ImageDesc, type ImageType } from '../index.ts'
import type { CapabilityRule } from './capability-rule.ts'
import { expectLeft, fail, left } from './expect.ts'
import { FILLS, RECTS, SVM_MIGRATION } from './version-capabilities.ts'

/**
 * What a device may lack; a case that needs it checks then that the device refuses it. Where a case needs several, the
 * first that is missing is checked: a need for 'svmMigration' and 'fineGrain' stands behind 'svm'.
 */
export type Capability =
  | 'svm'
  | 'fineGrain'
  | 'svmMigration'
  | 'outOfOrder'
  | 'userEvents'
  | 'subBuffers'
  | 'hostAccessFlags'
  | 'rects'
  | 'fills'
  | 'imagesOfBuffers'
  | `${ImageType} images`

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

const images = (type: ImageType): CapabilityRule => ({
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

export const CAPABILITIES: Readonly<Record<Capability, CapabilityRule>> = {
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
  fineGrain: {
    present: ({ svm }) => svm.fineGrainBuffer,
    expectRefusal: async ({ context }) => {
      expectLeft('svmAlloc', context.svmAlloc({ size: 16, flags: ['SVM_FINE_GRAIN_BUFFER'] }), {
        code: 'CL_INVALID_OPERATION',
        origin: 'validation',
      })
    },
  },
  svmMigration: SVM_MIGRATION,
  rects: RECTS,
  fills: FILLS,
  imagesOfBuffers: {
    present: (device) => device.imageSupport && device.imagePitchAlignment > 0,
    expectRefusal: async (bench) => {
      const made = bench.context.createImage({ ...smallest('2D'), buffer: await bench.buffer(4) })
      const code = bench.device.imageSupport ? 'CL_INVALID_IMAGE_DESCRIPTOR' : 'CL_INVALID_OPERATION'
      expectLeft('createImage', made, { code, origin: 'validation' })
    },
  },
  '1D images': images('1D'),
  '1D_BUFFER images': images('1D_BUFFER'),
  '1D_ARRAY images': images('1D_ARRAY'),
  '2D images': images('2D'),
  '2D_ARRAY images': images('2D_ARRAY'),
  '3D images': images('3D'),
}
