import { Command, type SvmAllocation } from '../../index.ts'
import type { Draft } from '../case.ts'
import { right } from '../expect.ts'
import { pattern } from '../pattern.ts'
import { SIZE, refusalDrafts, untyped, type RefusalScene } from './refusal-scene.ts'

const INVALID_VALUE = { code: 'CL_INVALID_VALUE', status: -30, needs: ['svm'] } as const
const OVERLAP = { code: 'CL_MEM_COPY_OVERLAP', status: -8, needs: ['svm'], parameter: 'dst_ptr' } as const
const INVALID_CONTEXT = { code: 'CL_INVALID_CONTEXT', status: -34, needs: ['svm'] } as const

/** SIZE bytes, which must stay as they are. */
const memory = async ({ bench, witnesses }: RefusalScene): Promise<SvmAllocation> => {
  const bytes = pattern(SIZE, 74)
  const allocation = await bench.svm(bytes)
  witnesses.push({ memory: allocation, bytes })
  return allocation
}

const host = new Uint8Array(SIZE)

export const SVM_REFUSALS: readonly Draft[] = [
  ...refusalDrafts('SvmMemcpy', [
    {
      name: 'a range that leaves the source',
      ...INVALID_VALUE,
      parameter: 'src_ptr',
      command: async (scene) => Command.svmMemcpy({ dstPtr: host, srcPtr: (await memory(scene)).at(1), size: SIZE }),
    },
    {
      name: 'a range that leaves the destination',
      ...INVALID_VALUE,
      parameter: 'dst_ptr',
      command: async (scene) => Command.svmMemcpy({ dstPtr: (await memory(scene)).at(1), srcPtr: host }),
    },
    {
      name: 'host memory that is shorter than the range',
      ...INVALID_VALUE,
      parameter: 'dst_ptr',
      command: async (scene) =>
        Command.svmMemcpy({ dstPtr: host.subarray(1), srcPtr: (await memory(scene)).at(0), size: SIZE }),
    },
    {
      name: 'a pointer that is null',
      ...INVALID_VALUE,
      parameter: 'src_ptr',
      command: async (scene) =>
        Command.svmMemcpy({ dstPtr: (await memory(scene)).at(0), srcPtr: untyped(null), size: 1 }),
    },
    {
      name: 'a negative offset into an allocation',
      ...INVALID_VALUE,
      parameter: 'dst_ptr',
      command: async (scene) => Command.svmMemcpy({ dstPtr: (await memory(scene)).at(-1), srcPtr: host, size: 1 }),
    },
    {
      name: 'a size that is no whole number',
      ...INVALID_VALUE,
      parameter: 'size',
      command: async (scene) =>
        Command.svmMemcpy({ dstPtr: (await memory(scene)).at(0), srcPtr: host, size: Number.NaN }),
    },
    {
      name: 'freed memory',
      ...INVALID_VALUE,
      parameter: 'dst_ptr',
      command: async (scene) => {
        const allocation = await scene.bench.svm(SIZE)
        const dstPtr = allocation.at(0)
        allocation.free()
        return Command.svmMemcpy({ dstPtr, srcPtr: host })
      },
    },
    {
      name: 'memory of another context',
      ...INVALID_CONTEXT,
      parameter: 'src_ptr',
      command: async (scene) => {
        const foreign = right('svmAlloc', scene.elsewhere.svmAlloc({ size: SIZE }))
        return Command.svmMemcpy({ dstPtr: (await memory(scene)).at(0), srcPtr: foreign.at(0), size: 1 })
      },
    },
    {
      name: 'ranges of one allocation that share a byte',
      ...OVERLAP,
      command: async (scene) => {
        const allocation = await memory(scene)
        return Command.svmMemcpy({ dstPtr: allocation.at(7), srcPtr: allocation.at(0), size: 8 })
      },
    },
    {
      name: 'ranges of one host buffer that share a byte',
      ...OVERLAP,
      command: () => Command.svmMemcpy({ dstPtr: host.subarray(7), srcPtr: host.subarray(0, 8) }),
    },
    {
      name: 'a blocking copy of memory onto itself',
      ...OVERLAP,
      command: async (scene) => {
        const pointer = (await memory(scene)).at(0)
        return Command.svmMemcpy({ dstPtr: pointer, srcPtr: pointer, blocking: true })
      },
    },
  ]),
]
