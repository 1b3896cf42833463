import { Command, type ClBuffer, type MapFlag } from '../../index.ts'
import type { Draft } from '../case.ts'
import { pattern } from '../pattern.ts'
import { mappedBuffer } from './mapped-buffer.ts'
import { boxRows, foreignPicture, picture, shape } from './pictures.ts'
import { SIZE, refusalDrafts, untyped, type RefusalScene } from './refusal-scene.ts'

const INVALID_VALUE = { code: 'CL_INVALID_VALUE', status: -30 }
const INVALID_CONTEXT = { code: 'CL_INVALID_CONTEXT', status: -34 }
const INVALID_MEM_OBJECT = { code: 'CL_INVALID_MEM_OBJECT', status: -38 }
const INVALID_OPERATION = { code: 'CL_INVALID_OPERATION', status: -59 }
const OF_IMAGE = ['2D images'] as const

/** A buffer of which the bytes from 8 up to 24 are mapped. */
const withMap = async ({ bench }: RefusalScene, ...mapFlags: readonly MapFlag[]): Promise<ClBuffer> =>
  (await mappedBuffer(bench, await bench.buffer(SIZE), ...mapFlags)).resource

const flagRow = (name: string, mapFlags: readonly unknown[]) => ({
  name,
  ...INVALID_VALUE,
  parameter: 'map_flags',
  mapFlags: mapFlags.map((flag) => untyped<MapFlag>(flag)),
})

/** Flags that no map may have. */
const FLAG_ROWS = [
  flagRow('an unknown flag', ['READ', 'APPEND']),
  flagRow('a flag to read with the one that invalidates', ['READ', 'WRITE_INVALIDATE_REGION']),
  flagRow('a flag to write with the one that invalidates', ['WRITE', 'WRITE_INVALIDATE_REGION']),
]

/** [flag of the object, what the map may not do]. */
const ACCESS = [
  ['HOST_WRITE_ONLY', 'READ'],
  ['HOST_READ_ONLY', 'WRITE'],
  ['HOST_READ_ONLY', 'WRITE_INVALIDATE_REGION'],
  ['HOST_NO_ACCESS', 'READ'],
  ['HOST_NO_ACCESS', 'WRITE'],
] as const

/** [the outstanding map, the new one]: one of them is for writing. */
const CONFLICTS = [
  ['WRITE', 'READ'],
  ['READ', 'WRITE'],
  ['WRITE_INVALIDATE_REGION', 'WRITE'],
] as const

const BUFFER = refusalDrafts('MapBuffer', [
  ...FLAG_ROWS.map(({ mapFlags, ...row }) => ({
    ...row,
    command: ({ source }: RefusalScene) => Command.mapBuffer({ buffer: source, mapFlags }),
  })),
  {
    name: 'no byte',
    ...INVALID_VALUE,
    parameter: 'size',
    command: ({ source }) => Command.mapBuffer({ buffer: source, size: 0 }),
  },
  {
    name: 'a range that leaves the buffer',
    ...INVALID_VALUE,
    parameter: 'size',
    command: ({ source }) => Command.mapBuffer({ buffer: source, offset: 1, size: SIZE }),
  },
  {
    name: 'an offset at the end, without a size',
    ...INVALID_VALUE,
    parameter: 'offset',
    command: ({ source }) => Command.mapBuffer({ buffer: source, offset: SIZE }),
  },
  {
    name: 'a released buffer',
    ...INVALID_MEM_OBJECT,
    parameter: 'buffer',
    command: ({ gone }) => Command.mapBuffer({ buffer: gone }),
  },
  {
    name: 'a buffer of another context',
    ...INVALID_CONTEXT,
    parameter: 'buffer',
    command: ({ foreign }) => Command.mapBuffer({ buffer: foreign }),
  },
  ...ACCESS.map(([flag, access]) => ({
    name: `a map to ${access} of a buffer that is ${flag}`,
    ...INVALID_OPERATION,
    needs: ['hostAccessFlags'] as const,
    parameter: 'buffer',
    command: async ({ bench }: RefusalScene) =>
      Command.mapBuffer({ buffer: await bench.buffer(SIZE, [flag]), mapFlags: [access] }),
  })),
  ...CONFLICTS.map(([first, second]) => ({
    name: `a map to ${second} of bytes that are mapped to ${first}`,
    ...INVALID_OPERATION,
    parameter: 'buffer',
    command: async (scene: RefusalScene) =>
      Command.mapBuffer({ buffer: await withMap(scene, first), mapFlags: [second], offset: 23, size: 8 }),
  })),
  {
    name: 'a map of a part whose bytes are mapped in the parent',
    ...INVALID_OPERATION,
    needs: ['subBuffers'],
    parameter: 'buffer',
    command: async (scene) =>
      Command.mapBuffer({ buffer: scene.bench.subBuffer(await withMap(scene, 'WRITE'), 0, 32), mapFlags: ['READ'] }),
  },
])

const IMAGE = refusalDrafts('MapImage', [
  ...boxRows('origin', (_, image, box) => Command.mapImage({ image, ...box })),
  ...FLAG_ROWS.map(({ mapFlags, ...row }) => ({
    ...row,
    needs: OF_IMAGE,
    command: async (scene: RefusalScene) => Command.mapImage({ image: await picture(scene), mapFlags }),
  })),
  {
    name: 'a buffer in place of the image',
    ...INVALID_MEM_OBJECT,
    needs: OF_IMAGE,
    parameter: 'image',
    command: ({ source }) => Command.mapImage({ image: untyped(source) }),
  },
  {
    name: 'an image of another context',
    ...INVALID_CONTEXT,
    needs: OF_IMAGE,
    parameter: 'image',
    command: (scene) => Command.mapImage({ image: foreignPicture(scene) }),
  },
  ...ACCESS.map(([flag, access]) => ({
    name: `a map to ${access} of an image that is ${flag}`,
    ...INVALID_OPERATION,
    needs: ['2D images', 'hostAccessFlags'] as const,
    parameter: 'image',
    command: async ({ bench }: RefusalScene) =>
      Command.mapImage({ image: await bench.image({ ...shape, flags: [flag] }), mapFlags: [access] }),
  })),
  ...CONFLICTS.map(([first, second]) => ({
    name: `a map to ${second} of pixels that are mapped to ${first}`,
    ...INVALID_OPERATION,
    needs: OF_IMAGE,
    parameter: 'image',
    command: async ({ bench }: RefusalScene) => {
      const image = await bench.image(shape, pattern(48, 341))
      const box = { origin: [0, 0], region: [2, 3] } as const
      await bench.run(bench.queue(), Command.mapImage({ image, mapFlags: [first], ...box }))
      return Command.mapImage({ image, mapFlags: [second], origin: [1, 2] })
    },
  })),
  {
    name: 'a map of an image whose buffer is mapped',
    ...INVALID_OPERATION,
    needs: ['1D_BUFFER images'],
    parameter: 'image',
    command: async (scene) => {
      const buffer = await withMap(scene, 'WRITE')
      const image = await scene.bench.image({ type: '1D_BUFFER', format: shape.format, width: 4, buffer })
      return Command.mapImage({ image, mapFlags: ['READ'] })
    },
  },
])

export const MAP_REFUSALS: readonly Draft[] = [...BUFFER, ...IMAGE]
