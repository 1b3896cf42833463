import { Command, type ClBuffer } from '../../index.ts'
import { copyBytes } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import type { Planned } from './planned.ts'
import { fits, rangeOf, shareBytes, startOf } from './range.ts'
import type { Step } from './step.ts'
import type { Twin } from './world.ts'

type Buffer = Twin<ClBuffer>

export const planWriteBuffer = (step: Step, { memory, bytes }: Buffer): Planned => {
  const range = rangeOf(step, step.dstAt[0], step.size[0], bytes.length)
  const ptr = pattern(range.size, step.srcAt[0] + 171)
  return {
    command: Command.writeBuffer({ buffer: memory, offset: range.offset, ptr }),
    refusal: fits(range, bytes.length) ? undefined : 'CL_INVALID_VALUE',
    reads: [],
    writes: [bytes.buffer],
    apply: () => {
      copyBytes(ptr, 0, bytes, range.offset, range.size)
      return undefined
    },
  }
}

export const planReadBuffer = (step: Step, { memory, bytes }: Buffer): Planned => {
  const range = rangeOf(step, step.srcAt[0], step.size[0], bytes.length)
  return {
    command: Command.readBuffer({ buffer: memory, ...range }),
    refusal: fits(range, bytes.length) ? undefined : 'CL_INVALID_VALUE',
    reads: [bytes.buffer],
    writes: [],
    apply: () => bytes.slice(range.offset, range.offset + range.size),
  }
}

export const planCopyBuffer = (step: Step, src: Buffer, dst: Buffer): Planned => {
  const { offset: srcOffset, size } = rangeOf(step, step.srcAt[0], step.size[0], src.bytes.length)
  const dstOffset = startOf(step, step.dstAt[0], size, dst.bytes.length)
  const inside =
    fits({ offset: srcOffset, size }, src.bytes.length) && fits({ offset: dstOffset, size }, dst.bytes.length)
  const overlap = shareBytes(src.bytes, srcOffset, dst.bytes, dstOffset, size)
  return {
    command: Command.copyBuffer({ srcBuffer: src.memory, dstBuffer: dst.memory, srcOffset, dstOffset, size }),
    refusal: !inside ? 'CL_INVALID_VALUE' : overlap ? 'CL_MEM_COPY_OVERLAP' : undefined,
    reads: [src.bytes.buffer],
    writes: [dst.bytes.buffer],
    apply: () => {
      copyBytes(src.bytes, srcOffset, dst.bytes, dstOffset, size)
      return undefined
    },
  }
}
