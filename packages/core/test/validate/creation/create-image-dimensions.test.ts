import { describe } from 'vitest'
import type { ImageType } from '../../../src/model/image-type.ts'
import { base, NO_SIZE, SHAPES, spec, types } from './create-image-spec.ts'
import type { CreationWorld } from '../flag-cases.ts'
import { specifyNumbers } from '../number-sweep.ts'
import { bufferOf, context, device } from '../objects.ts'
import { specifyFaults, type Input } from '../specification.ts'

const LARGEST: Readonly<Record<ImageType, Input>> = {
  '1D': { width: 1024 },
  '1D_BUFFER': { width: 4096 },
  '1D_ARRAY': { width: 1024, arraySize: 32 },
  '2D': { width: 1024, height: 512 },
  '2D_ARRAY': { width: 1024, height: 512, arraySize: 32 },
  '3D': { width: 256, height: 128, depth: 64 },
}

describe('the numbers of createImage', () => {
  const volume = (world: CreationWorld) => ({ ...base(world), type: '3D', depth: 4 })
  const code = 'CL_INVALID_IMAGE_DESCRIPTOR'
  specifyNumbers({ ...spec, base: volume }, [
    { key: 'width', parameter: 'image_desc', code, control: 4 },
    { key: 'height', parameter: 'image_desc', code, control: 4 },
    { key: 'depth', parameter: 'image_desc', code, control: 4 },
  ])
  specifyNumbers({ ...spec, base: (world) => ({ ...base(world), type: '2D_ARRAY', arraySize: 2 }) }, [
    { key: 'arraySize', parameter: 'image_desc', code, control: 4 },
  ])
})

describe('the dimensions of createImage', () => {
  specifyFaults(
    spec,
    types.flatMap((type) =>
      Object.keys(LARGEST[type]).flatMap((key) => {
        const given = ({ here }: CreationWorld) => ({
          type,
          ...NO_SIZE,
          ...LARGEST[type],
          ...(type === '1D_BUFFER' ? { buffer: bufferOf(here, 2 ** 20) } : {}),
        })
        const most = LARGEST[type][key] as number
        const shared = { parameter: 'image_desc', given, vary: key, control: () => most }
        return [
          [`${key} 0 of a ${type} image`, 'CL_INVALID_IMAGE_SIZE', { ...shared, fault: () => 0 }],
          [`${key} ${most + 1} of a ${type} image`, 'CL_INVALID_IMAGE_SIZE', { ...shared, fault: () => most + 1 }],
          [`a missing ${key} of a ${type} image`, 'CL_INVALID_IMAGE_DESCRIPTOR', { ...shared, fault: () => undefined }],
        ] as const
      }),
    ),
  )

  specifyFaults(
    spec,
    types.flatMap((type) =>
      (['height', 'depth', 'arraySize'] as const)
        .filter((key) => !(key in SHAPES[type]))
        .map((key) => {
          const given = ({ here }: CreationWorld) => ({
            type,
            ...NO_SIZE,
            ...SHAPES[type],
            ...(type === '1D_BUFFER' ? { buffer: bufferOf(here) } : {}),
          })
          const row = { parameter: 'image_desc', given, vary: key, fault: () => 1, control: () => 0 }
          return [`${key} 1 of a ${type} image`, 'CL_INVALID_IMAGE_DESCRIPTOR', row] as const
        }),
    ),
  )

  specifyFaults(spec, [
    [
      'a size that only a device without image support would take',
      'CL_INVALID_IMAGE_SIZE',
      {
        parameter: 'image_desc',
        given: () => ({ width: 2000 }),
        vary: 'context',
        fault: () => context(device(), device({ imageSupport: false, image2dMaxWidth: 4096 })),
        control: () => context(device(), device({ image2dMaxWidth: 4096 })),
      },
    ],
  ])
})
