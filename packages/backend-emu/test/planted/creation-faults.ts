import { elementSize, type ImageShape, type MemFlag } from '@rxcl/core'
import type { ContextPort } from '@rxcl/core/port'
import * as E from 'fp-ts/lib/Either.js'
import type { Fault } from '../faulty-backend.ts'
import type { PlantedFaults } from './planted-faults.ts'

type ImageStorage = Parameters<ContextPort['createImage']>[2]

const copying = (flags: readonly MemFlag[]): readonly MemFlag[] =>
  flags.map((flag) => (flag === 'USE_HOST_PTR' ? 'COPY_HOST_PTR' : flag))

const withoutHost = (flags: readonly MemFlag[]): readonly MemFlag[] =>
  flags.filter((flag) => flag !== 'USE_HOST_PTR' && flag !== 'COPY_HOST_PTR')

const images = (
  change: (
    shape: ImageShape,
    flags: readonly MemFlag[],
    storage: ImageStorage,
  ) => Parameters<ContextPort['createImage']>,
): Fault => ({
  port: (port) => ({
    createImage: (shape, flags, storage) => port.createImage(...change(shape, flags, storage)),
  }),
})

/** Of buffers and images as they are made. */
export const CREATION_FAULTS: PlantedFaults = {
  'a new buffer has not the bytes of the host': [
    'buffers from host memory',
    {
      port: (port) => ({
        createBuffer: (desc) => port.createBuffer({ ...desc, flags: withoutHost(desc.flags), hostPtr: undefined }),
      }),
    },
  ],
  'a buffer over host memory has memory of its own': [
    'buffers from host memory',
    { port: (port) => ({ createBuffer: (desc) => port.createBuffer({ ...desc, flags: copying(desc.flags) }) }) },
  ],
  'a new image has not the pixels of the host': [
    'images from host memory',
    images((shape, flags, storage) => [
      shape,
      withoutHost(flags),
      storage.buffer === undefined ? { ...storage, hostPtr: undefined, rowPitch: 0, slicePitch: 0 } : storage,
    ]),
  ],
  'an image over host memory has memory of its own': [
    'images from host memory',
    images((shape, flags, storage) => [shape, copying(flags), storage]),
  ],
  'the slice pitch of host memory is not looked at': [
    'images from host memory',
    images((shape, flags, storage) => [
      shape,
      flags,
      { ...storage, slicePitch: storage.rowPitch * Math.max(1, shape.height) },
    ]),
  ],
  'the rows of an image over a buffer are tight': [
    'images over the rows of buffers',
    images((shape, flags, storage) => [
      shape,
      flags,
      storage.buffer === undefined ? storage : { ...storage, rowPitch: shape.width * elementSize(shape.format) },
    ]),
  ],
  'a format that the device names is refused': [
    'supported image formats',
    {
      port: (port) => ({
        createImage: (shape, flags, storage) =>
          shape.format.channelDataType === 'CL_HALF_FLOAT'
            ? E.left({ status: -10, message: 'no half floats' })
            : port.createImage(shape, flags, storage),
      }),
    },
  ],
}
