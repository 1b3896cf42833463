import { Command, type ClBuffer } from '../../index.ts'
import { bufferToImage, hostBytes, imageToBuffer, putPixels, stridesOf, takePixels, volume } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import type { Planned } from './planned.ts'
import { boxOf, fits, isInside, startOf } from './range.ts'
import type { Step } from './step.ts'
import type { ImageTwin, Twin } from './world.ts'

/** A row pitch that is wider than the rows, or 0. */
const pitchOf = (step: Step, width: number): number => (step.blocking ? width * 4 + (step.src % 5) : 0)

export const planWriteImage = (step: Step, { memory, oracle, bytes }: ImageTwin): Planned => {
  const box = boxOf(step, step.dstAt, step.size, oracle.extent)
  const inputRowPitch = pitchOf(step, box.region[0])
  const strides = stridesOf(oracle.type, box.region, oracle.elementSize, inputRowPitch, 0)
  const ptr = pattern(hostBytes(box.region, strides), step.srcAt[0] + 181)
  return {
    command: Command.writeImage({ image: memory, ...box, inputRowPitch, ptr }),
    refusal: isInside(box, oracle.extent) ? undefined : 'CL_INVALID_VALUE',
    reads: [],
    writes: [bytes.buffer],
    apply: () => {
      putPixels(oracle, box, ptr, strides)
      return undefined
    },
  }
}

export const planReadImage = (step: Step, { memory, oracle, bytes }: ImageTwin): Planned => {
  const box = boxOf(step, step.srcAt, step.size, oracle.extent)
  const strides = stridesOf(oracle.type, box.region, oracle.elementSize, 0, 0)
  return {
    command: Command.readImage({ image: memory, ...box }),
    refusal: isInside(box, oracle.extent) ? undefined : 'CL_INVALID_VALUE',
    reads: [bytes.buffer],
    writes: [],
    apply: () => {
      const read = new Uint8Array(hostBytes(box.region, strides))
      takePixels(oracle, box, read, strides)
      return read
    },
  }
}

/** The specification names an image and the buffer that it was made from before it looks at any number. */
const codeOf = (image: ImageTwin, buffer: Twin<ClBuffer>, inside: boolean): string | undefined => {
  if (image.memory.buffer === buffer.memory) return 'CL_INVALID_MEM_OBJECT'
  return inside ? undefined : 'CL_INVALID_VALUE'
}

export const planCopyImageToBuffer = (step: Step, src: ImageTwin, dst: Twin<ClBuffer>): Planned => {
  const box = boxOf(step, step.srcAt, step.size, src.oracle.extent)
  const size = volume(box.region) * src.oracle.elementSize
  const dstOffset = startOf(step, step.dstAt[0], size, dst.bytes.length)
  const inside = isInside(box, src.oracle.extent) && fits({ offset: dstOffset, size }, dst.bytes.length)
  return {
    command: Command.copyImageToBuffer({
      srcImage: src.memory,
      dstBuffer: dst.memory,
      srcOrigin: box.origin,
      region: box.region,
      dstOffset,
    }),
    refusal: codeOf(src, dst, inside),
    reads: [src.bytes.buffer],
    writes: [dst.bytes.buffer],
    apply: () => {
      imageToBuffer(src.oracle, box, dst.bytes, dstOffset)
      return undefined
    },
  }
}

export const planCopyBufferToImage = (step: Step, src: Twin<ClBuffer>, dst: ImageTwin): Planned => {
  const box = boxOf(step, step.dstAt, step.size, dst.oracle.extent)
  const size = volume(box.region) * dst.oracle.elementSize
  const srcOffset = startOf(step, step.srcAt[0], size, src.bytes.length)
  const inside = isInside(box, dst.oracle.extent) && fits({ offset: srcOffset, size }, src.bytes.length)
  return {
    command: Command.copyBufferToImage({
      srcBuffer: src.memory,
      dstImage: dst.memory,
      srcOffset,
      dstOrigin: box.origin,
      region: box.region,
    }),
    refusal: codeOf(dst, src, inside),
    reads: [src.bytes.buffer],
    writes: [dst.bytes.buffer],
    apply: () => {
      bufferToImage(src.bytes, srcOffset, dst.oracle, box)
      return undefined
    },
  }
}
