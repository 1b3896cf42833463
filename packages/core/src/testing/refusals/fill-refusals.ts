import { Command, type FillColor, type HostData } from '../../index.ts'
import type { Capability } from '../capability.ts'
import type { Draft } from '../case.ts'
import { right } from '../expect.ts'
import { pattern } from '../pattern.ts'
import { boxRows, foreignPicture, picture, shape } from './pictures.ts'
import { SIZE, refusalDrafts, untyped, type Refusal, type RefusalScene } from './refusal-scene.ts'

const FILLS: readonly Capability[] = ['fills']
const SVM: readonly Capability[] = ['svm']
const IMAGES: readonly Capability[] = ['2D images', 'fills']
const INVALID_VALUE = { code: 'CL_INVALID_VALUE', status: -30 }
const INVALID_CONTEXT = { code: 'CL_INVALID_CONTEXT', status: -34 }
const INVALID_MEM_OBJECT = { code: 'CL_INVALID_MEM_OBJECT', status: -38 }

const four = new Uint8Array(4)

/** The rules of a pattern, which the two fills of bytes share. */
const patternRows = (
  needs: readonly Capability[],
  command: (scene: RefusalScene, bytes: HostData) => ReturnType<Refusal['command']>,
): readonly Refusal[] => [
  ...[0, 3, 129, 256].map((size) => ({
    name: `a pattern of ${size} bytes`,
    ...INVALID_VALUE,
    needs,
    parameter: 'pattern_size',
    command: (scene: RefusalScene) => command(scene, new Uint8Array(size)),
  })),
  {
    name: 'a pattern that is no view',
    ...INVALID_VALUE,
    needs,
    parameter: 'pattern',
    command: (scene) => command(scene, untyped(7)),
  },
]

const BUFFER = refusalDrafts('FillBuffer', [
  ...patternRows(FILLS, ({ target }, bytes) => Command.fillBuffer({ buffer: target, pattern: bytes, size: 0 })),
  {
    name: 'an offset that is no multiple of the pattern',
    ...INVALID_VALUE,
    needs: FILLS,
    parameter: 'offset',
    command: ({ target }) => Command.fillBuffer({ buffer: target, pattern: four, offset: 2, size: 8 }),
  },
  {
    name: 'a size that is no multiple of the pattern',
    ...INVALID_VALUE,
    needs: FILLS,
    parameter: 'size',
    command: ({ target }) => Command.fillBuffer({ buffer: target, pattern: four, size: 6 }),
  },
  {
    name: 'a range that leaves the buffer',
    ...INVALID_VALUE,
    needs: FILLS,
    parameter: 'size',
    command: ({ target }) => Command.fillBuffer({ buffer: target, pattern: four, offset: 4, size: SIZE }),
  },
  {
    name: 'an offset past the end',
    ...INVALID_VALUE,
    needs: FILLS,
    parameter: 'offset',
    command: ({ target }) => Command.fillBuffer({ buffer: target, pattern: four, offset: SIZE + 4 }),
  },
  {
    name: 'a released buffer',
    ...INVALID_MEM_OBJECT,
    needs: FILLS,
    parameter: 'buffer',
    command: ({ gone }) => Command.fillBuffer({ buffer: gone, pattern: four }),
  },
  {
    name: 'a buffer of another context',
    ...INVALID_CONTEXT,
    needs: FILLS,
    parameter: 'buffer',
    command: ({ foreign }) => Command.fillBuffer({ buffer: foreign, pattern: four }),
  },
])

const colorRow = (name: string, fillColor: unknown, channelDataType = 'CL_UNORM_INT8'): Refusal => ({
  name,
  ...INVALID_VALUE,
  needs: IMAGES,
  parameter: 'fill_color',
  command: async ({ bench }) => {
    const format = { channelOrder: 'CL_RGBA', channelDataType }
    return Command.fillImage({
      image: await bench.image({ ...shape, format }),
      fillColor: untyped<FillColor>(fillColor),
    })
  },
})

const IMAGE = refusalDrafts('FillImage', [
  ...boxRows('origin', (_, image, box) => Command.fillImage({ image, fillColor: [0, 0, 0, 0], ...box })).map((row) => ({
    ...row,
    needs: IMAGES,
  })),
  colorRow('a colour of one component', [0]),
  colorRow('a colour of no numbers', ['0', 0, 0, 0]),
  colorRow('no colour', undefined),
  colorRow('a fraction for signed integers', [0, 0.5, 0, 0], 'CL_SIGNED_INT8'),
  colorRow('a number above 2^31 - 1 for signed integers', [0, 0, 2 ** 31, 0], 'CL_SIGNED_INT32'),
  colorRow('a negative number for unsigned integers', [-1, 0, 0, 0], 'CL_UNSIGNED_INT8'),
  colorRow('NaN for unsigned integers', [Number.NaN, 0, 0, 0], 'CL_UNSIGNED_INT32'),
  {
    name: 'a buffer in place of the image',
    ...INVALID_MEM_OBJECT,
    needs: IMAGES,
    parameter: 'image',
    command: ({ target }) => Command.fillImage({ image: untyped(target), fillColor: [0, 0, 0, 0] }),
  },
  {
    name: 'an image of another context',
    ...INVALID_CONTEXT,
    needs: IMAGES,
    parameter: 'image',
    command: (scene) => Command.fillImage({ image: foreignPicture(scene), fillColor: [0, 0, 0, 0] }),
  },
])

const MIGRATE = refusalDrafts('MigrateMemObjects', [
  {
    name: 'an empty list',
    ...INVALID_VALUE,
    needs: FILLS,
    parameter: 'mem_objects',
    command: () => Command.migrate({ memObjects: [] }),
  },
  {
    name: 'an unknown flag',
    ...INVALID_VALUE,
    needs: FILLS,
    parameter: 'flags',
    command: ({ target }) => Command.migrate({ memObjects: [target], flags: [untyped('DEVICE')] }),
  },
  {
    name: 'a released object among others',
    ...INVALID_MEM_OBJECT,
    needs: FILLS,
    parameter: 'mem_objects',
    command: ({ target, gone }) => Command.migrate({ memObjects: [target, gone] }),
  },
  {
    name: 'an image of another context among others',
    ...INVALID_CONTEXT,
    needs: IMAGES,
    parameter: 'mem_objects',
    command: async (scene) => Command.migrate({ memObjects: [await picture(scene), foreignPicture(scene)] }),
  },
])

const SVM_FILL = refusalDrafts('SvmMemFill', [
  ...patternRows(SVM, async ({ bench }, bytes) =>
    Command.svmMemFill({ svmPtr: (await bench.svm(SIZE)).at(0), pattern: bytes, size: 0 }),
  ),
  {
    name: 'a pointer that is not aligned to the pattern',
    ...INVALID_VALUE,
    needs: SVM,
    parameter: 'svm_ptr',
    command: async ({ bench }) => Command.svmMemFill({ svmPtr: (await bench.svm(SIZE)).at(2), pattern: four, size: 4 }),
  },
  {
    name: 'an allocation that is not aligned to the pattern',
    ...INVALID_VALUE,
    needs: SVM,
    parameter: 'svm_ptr',
    command: ({ bench }) => {
      const memory = right('svmAlloc', bench.context.svmAlloc({ size: SIZE, alignment: 2 }))
      return Command.svmMemFill({ svmPtr: memory.at(0), pattern: four })
    },
  },
  {
    name: 'a size that is no multiple of the pattern',
    ...INVALID_VALUE,
    needs: SVM,
    parameter: 'size',
    command: async ({ bench }) => Command.svmMemFill({ svmPtr: (await bench.svm(SIZE)).at(0), pattern: four, size: 6 }),
  },
  {
    name: 'a range that leaves the allocation',
    ...INVALID_VALUE,
    needs: SVM,
    parameter: 'svm_ptr',
    command: async (scene) => {
      const bytes = pattern(SIZE, 331)
      const memory = await scene.bench.svm(bytes)
      scene.witnesses.push({ memory, bytes })
      return Command.svmMemFill({ svmPtr: memory.at(4), pattern: four, size: SIZE })
    },
  },
  {
    name: 'memory of another context',
    ...INVALID_CONTEXT,
    needs: SVM,
    parameter: 'svm_ptr',
    command: ({ elsewhere }) =>
      Command.svmMemFill({ svmPtr: right('svmAlloc', elsewhere.svmAlloc({ size: SIZE })).at(0), pattern: four }),
  },
])

export const FILL_REFUSALS: readonly Draft[] = [...BUFFER, ...IMAGE, ...MIGRATE, ...SVM_FILL]
