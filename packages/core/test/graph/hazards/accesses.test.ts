import { describe, expect, it } from 'vitest'
import { Command, createOpenCL, RGBA8, type AnyCommand, type Mapped } from '../../../src/index.ts'
import { enqueueCommand } from '../../../src/graph/enqueue-command.ts'
import { eachAccess } from '../../../src/graph/hazards/accesses.ts'
import type { MapFlag } from '../../../src/model/map-flag.ts'
import { endOf, type StridedBox } from '../../../src/model/strided-box.ts'
import type { ContextObject } from '../../../src/platform/context.ts'
import type { ValidCommand } from '../../../src/validate/commands/valid-command.ts'
import { right } from '../../stream/fixture.ts'
import { RecordingBackend } from '../../stream/recording-backend.ts'

/** Objects of every kind, and what a command over them reads and writes. */
const scene = () => {
  const backend = new RecordingBackend()
  const context = right(createOpenCL(backend).createContext({ hazards: 'order' }))
  const queue = right(context.createCommandQueue({ outOfOrder: true }))
  const buffer = right(context.createBuffer({ size: 512 }))
  const part = right(buffer.createSubBuffer({ origin: 128, size: 256 }))
  const image = right(context.createImage({ type: '2D', format: RGBA8, width: 8, height: 8 }))
  const stack = right(context.createImage({ type: '1D_ARRAY', format: RGBA8, width: 8, arraySize: 4 }))
  const own = new Uint8Array(256)
  const over = right(context.createBuffer({ size: 128, flags: ['USE_HOST_PTR'], hostPtr: own.subarray(64, 192) }))
  const fine = right(context.svmAlloc({ size: 256, flags: ['SVM_FINE_GRAIN_BUFFER'] }))
  const svm = right(context.svmAlloc({ size: 256 }))
  const host = new Uint8Array(512)
  const names = new Map<object, string>([
    [buffer, 'buffer'],
    [image, 'image'],
    [stack, 'stack'],
    [over, 'over'],
    [own.buffer, 'own'],
    [svm, 'svm'],
    [fine, 'fine'],
    [host.buffer, 'host'],
  ])
  const { dispatcher } = context as ContextObject
  const enqueue = (command: AnyCommand) => right(enqueueCommand(queue, command, []))
  const told = (box: StridedBox): string => `${names.get(box.memory) ?? 'other'} ${box.start}-${endOf(box)}`
  const accessesOf = (valid: ValidCommand): readonly string[] => {
    const accesses: string[] = []
    eachAccess(valid, {
      read: (box) => accesses.push(`read ${told(box)}`),
      write: (box) => accesses.push(`write ${told(box)}`),
    })
    return accesses
  }
  const accesses = (command: AnyCommand) => accessesOf(enqueue(command).valid as ValidCommand)
  /** Maps, and completes the map. */
  const mapped = (command: AnyCommand): Mapped => {
    const event = enqueue(command)
    const { mapping } = event.valid as Extract<ValidCommand, { readonly mapping: unknown }>
    dispatcher.submit()
    backend.settle(event.id)
    return mapping
  }
  return { buffer, part, image, stack, over, own, fine, svm, host, accesses, mapped }
}

type Scene = ReturnType<typeof scene>

const READ: readonly MapFlag[] = ['READ']
const WRITE: readonly MapFlag[] = ['WRITE']
const INVALIDATE: readonly MapFlag[] = ['WRITE_INVALIDATE_REGION']

const rectFields = { region: [4, 3, 2], bufferRowPitch: 8, bufferSlicePitch: 32 } as const
const box = { origin: [1, 1], region: [2, 2] } as const

const CASES: readonly (readonly [string, (s: Scene) => AnyCommand, readonly string[]])[] = [
  [
    'WriteBuffer',
    ({ part, host }) => Command.writeBuffer({ buffer: part, ptr: host.subarray(8, 24), offset: 4 }),
    ['read host 8-24', 'write buffer 132-148'],
  ],
  [
    'ReadBuffer',
    ({ part, host }) => Command.readBuffer({ buffer: part, ptr: host.subarray(8), offset: 4, size: 16 }),
    ['read buffer 132-148', 'write host 8-24'],
  ],
  [
    'CopyBuffer',
    ({ buffer, part }) => Command.copyBuffer({ srcBuffer: part, dstBuffer: buffer, dstOffset: 8, size: 16 }),
    ['read buffer 128-144', 'write buffer 8-24'],
  ],
  [
    'WriteBufferRect',
    ({ part, host }) =>
      Command.writeBufferRect({ buffer: part, ptr: host, ...rectFields, bufferOrigin: [2, 1], hostOrigin: [1] }),
    ['read host 1-25', 'write buffer 138-190'],
  ],
  [
    'ReadBufferRect',
    ({ part, host }) => Command.readBufferRect({ buffer: part, ptr: host, ...rectFields, hostRowPitch: 10 }),
    ['read buffer 128-180', 'write host 0-54'],
  ],
  [
    'CopyBufferRect',
    ({ buffer, part }) =>
      Command.copyBufferRect({ srcBuffer: buffer, dstBuffer: part, region: [4, 3], srcRowPitch: 8, dstRowPitch: 8 }),
    ['read buffer 0-20', 'write buffer 128-148'],
  ],
  [
    'FillBuffer',
    ({ part }) => Command.fillBuffer({ buffer: part, pattern: Uint8Array.of(1), offset: 1, size: 3 }),
    ['write buffer 129-132'],
  ],
  [
    'WriteImage',
    ({ image, host }) => Command.writeImage({ image, ...box, ptr: host, inputRowPitch: 12 }),
    ['read host 0-20', 'write image 36-76'],
  ],
  [
    'WriteImage of a 1D array',
    ({ stack, host }) => Command.writeImage({ image: stack, ...box, ptr: host, inputSlicePitch: 16 }),
    ['read host 0-24', 'write stack 36-76'],
  ],
  [
    'ReadImage',
    ({ image, host }) => Command.readImage({ image, ...box, ptr: host }),
    ['read image 36-76', 'write host 0-16'],
  ],
  [
    'CopyImage',
    ({ image, stack }) =>
      Command.copyImage({ srcImage: image, dstImage: stack, region: [2, 2], dstOrigin: [0, 1], srcOrigin: [1, 1] }),
    ['read image 36-76', 'write stack 32-72'],
  ],
  ['FillImage', ({ image }) => Command.fillImage({ image, fillColor: [0, 0, 0, 0], ...box }), ['write image 36-76']],
  [
    'CopyImageToBuffer',
    ({ image, part }) =>
      Command.copyImageToBuffer({ srcImage: image, dstBuffer: part, srcOrigin: [1, 1], region: [2, 2], dstOffset: 4 }),
    ['read image 36-76', 'write buffer 132-148'],
  ],
  [
    'CopyBufferToImage',
    ({ image, part }) =>
      Command.copyBufferToImage({ srcBuffer: part, dstImage: image, dstOrigin: [1, 1], region: [2, 2], srcOffset: 4 }),
    ['read buffer 132-148', 'write image 36-76'],
  ],
  [
    'MapBuffer to read',
    ({ part }) => Command.mapBuffer({ buffer: part, mapFlags: READ, size: 8 }),
    ['read buffer 128-136'],
  ],
  [
    'MapBuffer to write',
    ({ part }) => Command.mapBuffer({ buffer: part, mapFlags: WRITE, size: 8 }),
    ['read buffer 128-136', 'write buffer 128-136'],
  ],
  [
    'MapBuffer to write anew',
    ({ part }) => Command.mapBuffer({ buffer: part, mapFlags: INVALIDATE, size: 8 }),
    ['write buffer 128-136'],
  ],
  [
    'MapBuffer of memory of the program',
    ({ over }) => Command.mapBuffer({ buffer: over, mapFlags: READ, offset: 8, size: 8 }),
    ['read over 8-16', 'write own 72-80'],
  ],
  ['MapImage', ({ image }) => Command.mapImage({ image, mapFlags: READ, ...box }), ['read image 36-76']],
  [
    'MigrateMemObjects',
    ({ image, part }) => Command.migrate({ memObjects: [image, part] }),
    ['read image 0-256', 'read buffer 128-384'],
  ],
  [
    'MigrateMemObjects without contents',
    ({ image, part }) => Command.migrate({ memObjects: [image, part], flags: ['CONTENT_UNDEFINED'] }),
    ['write image 0-256', 'write buffer 128-384'],
  ],
  [
    'SvmMemcpy',
    ({ svm, host }) => Command.svmMemcpy({ dstPtr: svm.at(4), srcPtr: host.subarray(8, 24) }),
    ['read host 8-24', 'write svm 4-20'],
  ],
  [
    'SvmMemFill',
    ({ svm }) => Command.svmMemFill({ svmPtr: svm.at(4), pattern: Uint8Array.of(1), size: 3 }),
    ['write svm 4-7'],
  ],
  ['SvmMap', ({ svm }) => Command.svmMap({ svmPtr: svm.at(4), flags: READ, size: 3 }), ['read svm 4-7']],
  [
    'SvmMigrateMem',
    ({ svm, fine }) => Command.svmMigrate({ svmPointers: [svm.at(4), fine.at(0)], sizes: [8, 256] }),
    ['read svm 4-12', 'read fine 0-256'],
  ],
  [
    'SvmMigrateMem without contents',
    ({ svm }) => Command.svmMigrate({ svmPointers: [svm.at(4)], sizes: [8], flags: ['CONTENT_UNDEFINED'] }),
    ['write svm 4-12'],
  ],
  ['SvmFree', ({ svm }) => Command.svmFree({ svmPointers: [svm.at(0)] }), ['write svm 0-256']],
  ['Marker', () => Command.marker(), []],
  ['Barrier', () => Command.barrier(), []],
]

describe('what a command reads and writes', () => {
  it.each(CASES)('%s', (_name, command, expected) => {
    const s = scene()
    expect(s.accesses(command(s))).toEqual(expected)
  })
})

describe('what an unmap reads and writes', () => {
  it.each([
    ['to read', READ, ['read buffer 128-136']],
    ['to write', WRITE, ['write buffer 128-136']],
    ['to write anew', INVALIDATE, ['write buffer 128-136']],
  ] as const)('is what was mapped %s', (_name, mapFlags, expected) => {
    const s = scene()
    const mapped = s.mapped(Command.mapBuffer({ buffer: s.part, mapFlags, size: 8 }))
    expect(s.accesses(Command.unmap({ memobj: s.part, mapped }))).toEqual(expected)
  })
})
