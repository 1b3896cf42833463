import { expect, it } from 'vitest'
import { enqueueCommand } from '../../src/graph/enqueue-command.ts'
import { Command, createOpenCL, RGBA8, timeline, type AnyCommand, type Mapped } from '../../src/index.ts'
import type { ContextObject } from '../../src/platform/context.ts'
import type { ValidCommand } from '../../src/validate/commands/valid-command.ts'
import { right } from '../stream/fixture.ts'
import { RecordingBackend } from '../stream/recording-backend.ts'

const scene = () => {
  const backend = new RecordingBackend()
  const context = right(createOpenCL(backend).createContext())
  const queue = right(context.createCommandQueue())
  const seen = timeline(context)
  const enqueue = (command: AnyCommand) => right(enqueueCommand(queue, command, []))
  return {
    buffer: right(context.createBuffer({ size: 512 })),
    other: right(context.createBuffer({ size: 512 })),
    image: right(context.createImage({ type: '2D', format: RGBA8, width: 8, height: 8 })),
    picture: right(context.createImage({ type: '2D', format: RGBA8, width: 8, height: 8 })),
    svm: right(context.svmAlloc({ size: 256 })),
    host: new Uint8Array(512),
    pattern: new Uint8Array(4),
    mapped: (command: AnyCommand): Mapped => {
      const event = enqueue(command)
      const { mapping } = event.valid as Extract<ValidCommand, { readonly mapping: unknown }>
      ;(context as ContextObject).dispatcher.submit()
      backend.settle(event.id)
      return mapping
    },
    bytesOf: (command: AnyCommand) => {
      enqueue(command)
      return seen.entries().at(-1)?.bytes
    },
  }
}

type Scene = ReturnType<typeof scene>

const region = [8, 3, 2] as const
const square = [3, 5] as const

const CASES: { readonly [T in AnyCommand['_tag']]: readonly [number, (scene: Scene) => AnyCommand] } = {
  WriteBuffer: [100, ({ buffer, host }) => Command.writeBuffer({ buffer, ptr: host, size: 100 })],
  ReadBuffer: [100, ({ buffer, host }) => Command.readBuffer({ buffer, ptr: host, size: 100 })],
  CopyBuffer: [100, ({ buffer, other }) => Command.copyBuffer({ srcBuffer: buffer, dstBuffer: other, size: 100 })],
  WriteBufferRect: [
    48,
    ({ buffer, host }) => Command.writeBufferRect({ buffer, ptr: host, region, bufferRowPitch: 16 }),
  ],
  ReadBufferRect: [48, ({ buffer, host }) => Command.readBufferRect({ buffer, ptr: host, region, hostRowPitch: 16 })],
  CopyBufferRect: [48, ({ buffer, other }) => Command.copyBufferRect({ srcBuffer: buffer, dstBuffer: other, region })],
  FillBuffer: [64, ({ buffer, pattern }) => Command.fillBuffer({ buffer, pattern, size: 64 })],
  WriteImage: [60, ({ image, host }) => Command.writeImage({ image, ptr: host, region: square })],
  ReadImage: [60, ({ image, host }) => Command.readImage({ image, ptr: host, region: square, rowPitch: 40 })],
  CopyImage: [60, ({ image, picture }) => Command.copyImage({ srcImage: image, dstImage: picture, region: square })],
  FillImage: [60, ({ image }) => Command.fillImage({ image, fillColor: [0, 0, 0, 0], region: square })],
  CopyImageToBuffer: [
    60,
    ({ image, buffer }) => Command.copyImageToBuffer({ srcImage: image, dstBuffer: buffer, region: square }),
  ],
  CopyBufferToImage: [
    60,
    ({ image, buffer }) => Command.copyBufferToImage({ srcBuffer: buffer, dstImage: image, region: square }),
  ],
  MapBuffer: [100, ({ buffer }) => Command.mapBuffer({ buffer, size: 100 })],
  MapImage: [60, ({ image }) => Command.mapImage({ image, region: square })],
  UnmapMemObject: [
    60,
    ({ image, mapped }) => {
      const view = mapped(Command.mapImage({ image, region: square }))
      return Command.unmap({ memobj: image, mapped: view })
    },
  ],
  MigrateMemObjects: [768, ({ buffer, image }) => Command.migrate({ memObjects: [buffer, image] })],
  SvmMemcpy: [100, ({ svm, host }) => Command.svmMemcpy({ dstPtr: svm.at(0), srcPtr: host, size: 100 })],
  SvmMemFill: [64, ({ svm, pattern }) => Command.svmMemFill({ svmPtr: svm.at(0), pattern, size: 64 })],
  SvmMap: [100, ({ svm }) => Command.svmMap({ svmPtr: svm.at(0), size: 100 })],
  SvmUnmap: [
    100,
    ({ svm, mapped }) => {
      const view = mapped(Command.svmMap({ svmPtr: svm.at(0), size: 100 }))
      return Command.svmUnmap({ svmPtr: svm.at(0), mapped: view })
    },
  ],
  SvmMigrateMem: [228, ({ svm }) => Command.svmMigrate({ svmPointers: [svm.at(100), svm.at(0)], sizes: [100, 128] })],
  SvmFree: [0, ({ svm }) => Command.svmFree({ svmPointers: [svm.at(0)] })],
  Marker: [0, () => Command.marker()],
  Barrier: [0, () => Command.barrier()],
}

it.each(Object.entries(CASES))('%s counts the bytes of its region', (_, [bytes, commandOf]) => {
  const here = scene()
  expect(here.bytesOf(commandOf(here))).toBe(bytes)
})
