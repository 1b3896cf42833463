import { Command } from '@rxcl/core'
import { box, maybe, pointer, sizeOf } from './command-parts.mjs'
import { MEMORY_COMMANDS, MEMORY_WEIGHTS } from './memory-commands.mjs'
import { numberUpTo } from './wild-values.mjs'

const pitches = (random) => ({
  rowPitch: random.chance(0.93) ? undefined : numberUpTo(random, 512),
  slicePitch: random.chance(0.95) ? undefined : numberUpTo(random, 4096),
})

const COMMANDS = {
  ...MEMORY_COMMANDS,
  writeBuffer: (world) => {
    const buffer = world.oneOrWrong('buffers')
    return Command.writeBuffer({
      buffer,
      ptr: world.oneOrWrong('arrays'),
      offset: maybe(world.random, () => numberUpTo(world.random, sizeOf(buffer) >> 1)),
      size: maybe(world.random, () => numberUpTo(world.random, sizeOf(buffer) >> 1)),
    })
  },
  readBuffer: (world) => {
    const buffer = world.oneOrWrong('buffers')
    return Command.readBuffer({
      buffer,
      offset: maybe(world.random, () => numberUpTo(world.random, sizeOf(buffer))),
      size: maybe(world.random, () => numberUpTo(world.random, sizeOf(buffer) >> 1)),
      ptr: world.random.chance(0.5) ? undefined : world.oneOrWrong('arrays'),
    })
  },
  copyBuffer: (world) => {
    const srcBuffer = world.oneOrWrong('buffers')
    const dstBuffer = world.oneOrWrong('buffers')
    const least = Math.min(sizeOf(srcBuffer), sizeOf(dstBuffer)) >> 1
    return Command.copyBuffer({
      srcBuffer,
      dstBuffer,
      srcOffset: maybe(world.random, () => numberUpTo(world.random, least)),
      dstOffset: maybe(world.random, () => numberUpTo(world.random, least)),
      size: world.random.chance(0.1) ? undefined : numberUpTo(world.random, least),
    })
  },
  writeImage: (world) => {
    const image = world.oneOrWrong('images')
    const { rowPitch, slicePitch } = pitches(world.random)
    const fields = { image, ptr: world.oneOrWrong('arrays'), ...box(world.random, image) }
    return Command.writeImage({ ...fields, inputRowPitch: rowPitch, inputSlicePitch: slicePitch })
  },
  readImage: (world) => {
    const image = world.oneOrWrong('images')
    const ptr = world.random.chance(0.7) ? undefined : world.oneOrWrong('arrays')
    return Command.readImage({ image, ptr, ...box(world.random, image), ...pitches(world.random) })
  },
  copyImageToBuffer: (world) => {
    const srcImage = world.oneOrWrong('images')
    const dstBuffer = world.oneOrWrong('buffers')
    const { origin: srcOrigin, region } = box(world.random, srcImage)
    const dstOffset = maybe(world.random, () => numberUpTo(world.random, sizeOf(dstBuffer) >> 2))
    return Command.copyImageToBuffer({ srcImage, dstBuffer, srcOrigin, region, dstOffset })
  },
  copyBufferToImage: (world) => {
    const dstImage = world.oneOrWrong('images')
    const srcBuffer = world.oneOrWrong('buffers')
    const { origin: dstOrigin, region } = box(world.random, dstImage)
    const srcOffset = maybe(world.random, () => numberUpTo(world.random, sizeOf(srcBuffer) >> 2))
    return Command.copyBufferToImage({ srcBuffer, dstImage, srcOffset, dstOrigin, region })
  },
  svmMemcpy: (world) =>
    Command.svmMemcpy({
      dstPtr: pointer(world),
      srcPtr: pointer(world),
      size: maybe(world.random, () => numberUpTo(world.random, 256)),
      blocking: world.random.chance(0.3),
    }),
  marker: () => Command.marker(),
  barrier: () => Command.barrier(),
}

const WEIGHTS = {
  ...MEMORY_WEIGHTS,
  writeBuffer: 4,
  readBuffer: 4,
  copyBuffer: 4,
  writeImage: 4,
  readImage: 4,
  copyImageToBuffer: 4,
  copyBufferToImage: 4,
  svmMemcpy: 5,
  marker: 2,
  barrier: 2,
}

/** A command with any operands and numbers, more often right than wrong. */
export const randomCommand = (world) => COMMANDS[world.random.among(WEIGHTS)](world)
