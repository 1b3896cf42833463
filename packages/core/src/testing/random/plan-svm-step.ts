import { Command, type ClDevice, type HostData, type SvmAllocation, type SvmPointer } from '../../index.ts'
import { pattern } from '../pattern.ts'
import { bytesAt, meet, putBytes, rangePlaces, type Places } from './places.ts'
import { idle, versionCode, type Planned } from './planned.ts'
import { fits, rangeOf, startOf } from './range.ts'
import type { Step } from './step.ts'
import type { HostTwin, SvmTwin, World } from './world.ts'

/** One side of a copy; an array of the step's own is neither of the program nor of the device. */
export type SvmEnd = SvmTwin | HostTwin | undefined

const OWN_SIZE = 147

interface Side {
  readonly bytes: Uint8Array
  readonly isFreed: boolean
  readonly isOwn: boolean
  /** What two sides must share for the library to see that they do. */
  readonly memory: SvmAllocation | ArrayBufferLike
  readonly from: (offset: number) => SvmPointer | HostData
}

const hostSide = (memory: Uint8Array, bytes: Uint8Array, isOwn: boolean): Side => ({
  bytes,
  isFreed: false,
  isOwn,
  memory: memory.buffer,
  from: (offset) => memory.subarray(Math.min(offset, memory.length)),
})

const sideOf = (end: SvmEnd, seed: number): Side => {
  if (end === undefined) return hostSide(pattern(OWN_SIZE, seed), pattern(OWN_SIZE, seed), true)
  if (!('isFreed' in end)) return hostSide(end.memory, end.bytes, false)
  const { memory, bytes, isFreed } = end
  return { bytes, isFreed, isOwn: false, memory, from: (offset) => memory.at(offset) }
}

export const planSvmMemcpy = (step: Step, srcEnd: SvmEnd, dstEnd: SvmEnd): Planned => {
  const [src, dst] = [sideOf(srcEnd, step.srcAt[1] + 191), sideOf(dstEnd, 192)]
  const { offset: srcOffset, size } = rangeOf(step, step.srcAt[0], step.size[0], src.bytes.length)
  const dstOffset = startOf(step, step.dstAt[0], size, dst.bytes.length)
  const [read, written] = [rangePlaces(src.bytes, srcOffset, size), rangePlaces(dst.bytes, dstOffset, size)]
  const isInside =
    fits({ offset: srcOffset, size }, src.bytes.length) && fits({ offset: dstOffset, size }, dst.bytes.length)
  const overlap = meet(read, written)
  // The library does not know that an array is the bytes of an allocation: what such a copy does is undefined.
  if (overlap && src.memory !== dst.memory) return idle(Command.marker())
  const [srcPtr, dstPtr] = [src.from(srcOffset), dst.from(dstOffset)]
  const isRight = isInside && !src.isFreed && !dst.isFreed
  return {
    command: Command.svmMemcpy({ dstPtr, srcPtr, size, blocking: step.blocking }),
    refusal: !isRight ? 'CL_INVALID_VALUE' : overlap ? 'CL_MEM_COPY_OVERLAP' : undefined,
    reads: [read],
    writes: [written],
    apply: () => {
      putBytes(written, bytesAt(read))
      return dst.isOwn ? bytesAt(written) : undefined
    },
    host:
      dst.isOwn && ArrayBuffer.isView(dstPtr) && dstPtr instanceof Uint8Array ? dstPtr.subarray(0, size) : undefined,
  }
}

const wholeOf = ({ bytes }: SvmTwin): Places => rangePlaces(bytes, 0, bytes.length)

/** Bytes stay what they are; a size of 0 is the whole allocation. */
export const planSvmMigrate = (device: ClDevice, step: Step, twins: readonly SvmTwin[]): Planned => {
  const ranges = twins.map(({ bytes }, index) =>
    index === 0 ? rangeOf(step, step.srcAt[0], step.size[0], bytes.length) : { offset: 0, size: 0 },
  )
  const rangeIn = (index: number): { readonly offset: number; readonly size: number } =>
    ranges[index] ?? { offset: 0, size: 0 }
  const isInside = twins.every(({ bytes }, index) => {
    const { offset, size } = rangeIn(index)
    return fits({ offset, size: Math.max(1, size) }, bytes.length)
  })
  const code = versionCode(device, '2.1') ?? (isInside ? undefined : 'CL_INVALID_VALUE')
  return {
    command: Command.svmMigrate({
      svmPointers: twins.map(({ memory }, index) => memory.at(rangeIn(index).offset)),
      sizes: ranges.map(({ size }) => size),
      flags: step.blocking ? ['HOST'] : [],
    }),
    refusal: twins.some(({ isFreed }) => isFreed) ? 'CL_INVALID_VALUE' : code,
    reads: twins.map((twin, index) => {
      const { offset, size } = rangeIn(index)
      return size === 0 ? wholeOf(twin) : rangePlaces(twin.bytes, offset, size)
    }),
    writes: [],
    apply: () => undefined,
  }
}

/** A wild step frees one twice, or from its second byte on. */
export const planSvmFree = ({ mappings }: World, step: Step, twin: SvmTwin): Planned => {
  const pointers = !step.wild
    ? [twin.memory.at(0)]
    : step.blocking
      ? [twin.memory.at(0), twin.memory.at(0)]
      : [twin.memory.at(1)]
  const isMapped = [...mappings].some(({ facts: { places } }) => places.memory === twin.bytes.buffer)
  return {
    command: Command.svmFree({ svmPointers: pointers }),
    refusal: step.wild || twin.isFreed || isMapped ? 'CL_INVALID_VALUE' : undefined,
    reads: [],
    writes: [wholeOf(twin)],
    apply: () => {
      twin.isFreed = true
      return undefined
    },
  }
}
