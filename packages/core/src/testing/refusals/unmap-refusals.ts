import { of } from 'rxjs'
import { Command, Flow, mapImage, ready, svmMap, unmap, type ClImage, type Mapped } from '../../index.ts'
import type { Draft } from '../case.ts'
import { value } from '../settle.ts'
import { mappedBuffer } from './mapped-buffer.ts'
import { picture, shape } from './pictures.ts'
import { SIZE, refusalDrafts, untyped, type RefusalScene } from './refusal-scene.ts'

const INVALID_VALUE = { code: 'CL_INVALID_VALUE', status: -30 }
const INVALID_CONTEXT = { code: 'CL_INVALID_CONTEXT', status: -34 }
const INVALID_MEM_OBJECT = { code: 'CL_INVALID_MEM_OBJECT', status: -38 }
const OF_IMAGE = ['2D images'] as const

/** A mapping of a buffer that no row names. */
const elsewhere = async ({ bench }: RefusalScene): Promise<Mapped> =>
  untyped(await mappedBuffer(bench, await bench.buffer(SIZE), 'READ'))

export const UNMAP_REFUSALS: readonly Draft[] = refusalDrafts('UnmapMemObject', [
  {
    name: 'a mapping that is unmapped already',
    ...INVALID_VALUE,
    parameter: 'mapped_ptr',
    command: async ({ bench, source }) => {
      const mapping = await mappedBuffer(bench, source, 'READ')
      await value('unmap', of(mapping).pipe(Flow.lift(), unmap(bench.queue())))
      return Command.unmap({ memobj: source, mapped: mapping })
    },
  },
  {
    name: 'a mapping of another buffer',
    ...INVALID_VALUE,
    parameter: 'mapped_ptr',
    command: async (scene) => Command.unmap({ memobj: scene.source, mapped: await elsewhere(scene) }),
  },
  {
    name: 'a mapping of the parent for a part',
    ...INVALID_VALUE,
    needs: ['subBuffers'],
    parameter: 'mapped_ptr',
    command: async ({ bench, source }) =>
      Command.unmap({ memobj: bench.subBuffer(source, 0, 32), mapped: await mappedBuffer(bench, source, 'READ') }),
  },
  {
    name: 'a mapping of a buffer for an image',
    ...INVALID_VALUE,
    needs: OF_IMAGE,
    parameter: 'mapped_ptr',
    command: async (scene) => Command.unmap({ memobj: await picture(scene), mapped: await elsewhere(scene) }),
  },
  {
    name: 'a mapping of an image for a buffer',
    ...INVALID_VALUE,
    needs: OF_IMAGE,
    parameter: 'mapped_ptr',
    command: async (scene) => {
      const image: ClImage = await scene.bench.image(shape)
      const mapping = await value('mapImage', ready(image).pipe(mapImage(scene.bench.queue())))
      return Command.unmap({ memobj: scene.source, mapped: mapping })
    },
  },
  {
    name: 'a mapping of shared virtual memory',
    ...INVALID_VALUE,
    needs: ['svm'],
    parameter: 'mapped_ptr',
    command: async ({ bench, source }) => {
      const memory = await bench.svm(SIZE)
      const mapping = await value('svmMap', ready(memory.at(0)).pipe(svmMap(bench.queue())))
      return Command.unmap({ memobj: source, mapped: mapping })
    },
  },
  {
    name: 'something that only looks like a mapping',
    ...INVALID_VALUE,
    parameter: 'mapped_ptr',
    command: async (scene) => {
      const mapping = await mappedBuffer(scene.bench, scene.source, 'READ')
      return Command.unmap({ memobj: scene.source, mapped: new Proxy(mapping, {}) })
    },
  },
  {
    name: 'a released buffer',
    ...INVALID_MEM_OBJECT,
    parameter: 'memobj',
    command: async (scene) => Command.unmap({ memobj: scene.gone, mapped: await elsewhere(scene) }),
  },
  {
    name: 'a buffer of another context',
    ...INVALID_CONTEXT,
    parameter: 'memobj',
    command: async (scene) => Command.unmap({ memobj: scene.foreign, mapped: await elsewhere(scene) }),
  },
])
