import { of } from 'rxjs'
import { Command, Flow, ready, svmMap, svmUnmap, type MapFlag, type Mapped, type SvmPointer } from '../../index.ts'
import type { Draft } from '../case.ts'
import { right } from '../expect.ts'
import { value } from '../settle.ts'
import { mappedBuffer } from './mapped-buffer.ts'
import { SIZE, refusalDrafts, untyped, type RefusalScene } from './refusal-scene.ts'

const SVM = ['svm'] as const
const INVALID_VALUE = { code: 'CL_INVALID_VALUE', status: -30, needs: SVM }
const INVALID_CONTEXT = { code: 'CL_INVALID_CONTEXT', status: -34, needs: SVM }
const INVALID_OPERATION = { code: 'CL_INVALID_OPERATION', status: -59, needs: SVM }

/** A mapping of the bytes from 8 up to 24 of an allocation of its own. */
const mapped = async ({ bench }: RefusalScene, ...flags: readonly MapFlag[]): Promise<Mapped<SvmPointer>> => {
  const memory = await bench.svm(SIZE)
  return value('svmMap', ready(memory.at(8)).pipe(svmMap(bench.queue(), { flags, size: 16 })))
}

const freed = async ({ bench }: RefusalScene): Promise<SvmPointer> => {
  const memory = await bench.svm(SIZE)
  memory.free()
  return memory.at(0)
}

const foreign = ({ elsewhere }: RefusalScene): SvmPointer => right('svmAlloc', elsewhere.svmAlloc({ size: SIZE })).at(0)

const MAP = refusalDrafts('SvmMap', [
  {
    name: 'no byte',
    ...INVALID_VALUE,
    parameter: 'size',
    command: async ({ bench }) => Command.svmMap({ svmPtr: (await bench.svm(SIZE)).at(0), size: 0 }),
  },
  {
    name: 'a range that leaves the allocation',
    ...INVALID_VALUE,
    parameter: 'svm_ptr',
    command: async ({ bench }) => Command.svmMap({ svmPtr: (await bench.svm(SIZE)).at(1), size: SIZE }),
  },
  {
    name: 'a flag to read with the one that invalidates',
    ...INVALID_VALUE,
    parameter: 'flags',
    command: async ({ bench }) =>
      Command.svmMap({ svmPtr: (await bench.svm(SIZE)).at(0), flags: ['READ', 'WRITE_INVALIDATE_REGION'] }),
  },
  {
    name: 'freed memory',
    ...INVALID_VALUE,
    parameter: 'svm_ptr',
    command: async (scene) => Command.svmMap({ svmPtr: await freed(scene) }),
  },
  {
    name: 'memory of another context',
    ...INVALID_CONTEXT,
    parameter: 'svm_ptr',
    command: (scene) => Command.svmMap({ svmPtr: foreign(scene) }),
  },
  ...(
    [
      ['WRITE', 'READ'],
      ['READ', 'WRITE'],
    ] as const
  ).map(([first, second]) => ({
    name: `a map to ${second} of bytes that are mapped to ${first}`,
    ...INVALID_OPERATION,
    parameter: 'svm_ptr',
    command: async (scene: RefusalScene) => {
      const { resource } = await mapped(scene, first)
      return Command.svmMap({ svmPtr: resource.allocation.at(23), size: 8, flags: [second] })
    },
  })),
])

const UNMAP = refusalDrafts('SvmUnmap', [
  {
    name: 'a mapping that is unmapped already',
    ...INVALID_VALUE,
    parameter: 'svm_ptr',
    command: async (scene) => {
      const mapping = await mapped(scene, 'READ')
      await value('svmUnmap', of(mapping).pipe(Flow.lift(), svmUnmap(scene.bench.queue())))
      return Command.svmUnmap({ svmPtr: mapping.resource, mapped: mapping })
    },
  },
  {
    name: 'a pointer to another byte than the mapped one',
    ...INVALID_VALUE,
    parameter: 'svm_ptr',
    command: async (scene) => {
      const mapping = await mapped(scene, 'READ')
      return Command.svmUnmap({ svmPtr: mapping.resource.allocation.at(9), mapped: mapping })
    },
  },
  {
    name: 'a mapping of a buffer',
    ...INVALID_VALUE,
    parameter: 'svm_ptr',
    command: async ({ bench, source }) =>
      Command.svmUnmap({ svmPtr: (await bench.svm(SIZE)).at(0), mapped: await mappedBuffer(bench, source, 'READ') }),
  },
])

const FREE = refusalDrafts('SvmFree', [
  {
    name: 'an empty list',
    ...INVALID_VALUE,
    parameter: 'svm_pointers',
    command: () => Command.svmFree({ svmPointers: [] }),
  },
  {
    name: 'a pointer that is not to the first byte',
    ...INVALID_VALUE,
    parameter: 'svm_pointers',
    command: async ({ bench }) => Command.svmFree({ svmPointers: [(await bench.svm(SIZE)).at(1)] }),
  },
  {
    name: 'one allocation twice',
    ...INVALID_VALUE,
    parameter: 'svm_pointers',
    command: async ({ bench }) => {
      const memory = await bench.svm(SIZE)
      return Command.svmFree({ svmPointers: [memory.at(0), memory.at(0)] })
    },
  },
  {
    name: 'freed memory',
    ...INVALID_VALUE,
    parameter: 'svm_pointers',
    command: async (scene) => Command.svmFree({ svmPointers: [await freed(scene)] }),
  },
  {
    name: 'mapped memory',
    ...INVALID_VALUE,
    parameter: 'svm_pointers',
    command: async (scene) =>
      Command.svmFree({ svmPointers: [(await mapped(scene, 'READ')).resource.allocation.at(0)] }),
  },
  {
    name: 'memory of another context',
    ...INVALID_CONTEXT,
    parameter: 'svm_pointers',
    command: (scene) => Command.svmFree({ svmPointers: [foreign(scene)] }),
  },
])

const MIGRATION = ['svm', 'svmMigration'] as const

const MIGRATE = refusalDrafts('SvmMigrateMem', [
  {
    name: 'an empty list',
    ...INVALID_VALUE,
    needs: MIGRATION,
    parameter: 'svm_pointers',
    command: () => Command.svmMigrate({ svmPointers: [] }),
  },
  {
    name: 'sizes that are not one for each pointer',
    ...INVALID_VALUE,
    needs: MIGRATION,
    parameter: 'sizes',
    command: async ({ bench }) => Command.svmMigrate({ svmPointers: [(await bench.svm(SIZE)).at(0)], sizes: [1, 2] }),
  },
  {
    name: 'a range that leaves its allocation',
    ...INVALID_VALUE,
    needs: MIGRATION,
    parameter: 'svm_pointers',
    command: async ({ bench }) => Command.svmMigrate({ svmPointers: [(await bench.svm(SIZE)).at(1)], sizes: [SIZE] }),
  },
  {
    name: 'an unknown flag',
    ...INVALID_VALUE,
    needs: MIGRATION,
    parameter: 'flags',
    command: async ({ bench }) =>
      Command.svmMigrate({ svmPointers: [(await bench.svm(SIZE)).at(0)], flags: [untyped('DEVICE')] }),
  },
  {
    name: 'freed memory',
    ...INVALID_VALUE,
    needs: MIGRATION,
    parameter: 'svm_pointers',
    command: async (scene) => Command.svmMigrate({ svmPointers: [await freed(scene)] }),
  },
])

export const SVM_MAP_REFUSALS: readonly Draft[] = [...MAP, ...UNMAP, ...FREE, ...MIGRATE]
