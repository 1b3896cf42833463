import { describe, expect, it } from 'vitest'
import { Command, memObjectInfo, RGBA8, type ClBuffer, type ImageType } from '../../src/index.ts'
import { enqueueCommand } from '../../src/graph/enqueue-command.ts'
import { MEM_OBJECT_INFO } from '../../src/validate/conditions/queries/mem-object-info.ts'
import { recorded, right, turn } from '../stream/fixture.ts'
import { specifyTotal } from '../validate/anything.ts'
import { expectSameMemory, specifyConditions, specifyFaults, type Check } from '../validate/specification.ts'

const world = () => {
  const made = recorded()
  return { ...made, memobj: made.buffer(1024) }
}
type World = ReturnType<typeof world>
const check: Check = ({ memobj }) => memObjectInfo(memobj as ClBuffer)
const spec = { table: MEM_OBJECT_INFO, world, base: ({ memobj }: World) => ({ memobj }), check }
const memobj = { parameter: 'memobj', vary: 'memobj', control: (now: World) => now.memobj }
const released = <R extends { release(): void }>(resource: R): R => {
  resource.release()
  return resource
}

specifyConditions({
  ...spec,
  cases: { memobj: { ...memobj, fault: ({ buffer }) => released(buffer()) } },
})

describe('memObjectInfo', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    ['a queue', 'CL_INVALID_MEM_OBJECT', { ...memobj, fault: ({ queue }) => queue }],
    ['SVM', 'CL_INVALID_MEM_OBJECT', { ...memobj, fault: ({ context }) => right(context.svmAlloc({ size: 4 })) }],
    [
      'a released image',
      'CL_INVALID_MEM_OBJECT',
      {
        ...memobj,
        fault: ({ context }) => released(right(context.createImage({ type: '1D', format: RGBA8, width: 1 }))),
      },
    ],
  ])

  it('of a buffer has no other object behind', () => {
    const { context, memobj: buffer } = world()
    const info = right(memObjectInfo(buffer))
    expect(info.context).toBe(context)
    expect({ ...info, context: undefined }).toEqual({
      type: 'CL_MEM_OBJECT_BUFFER',
      flags: ['READ_WRITE'],
      size: 1024,
      hostPtr: undefined,
      mapCount: 0,
      context: undefined,
      associatedMemObject: undefined,
      offset: 0,
      usesSvmPointer: false,
    })
  })

  it('of a sub-buffer has its buffer and its place there', () => {
    const { memobj: parent } = world()
    const info = right(memObjectInfo(right(parent.createSubBuffer({ origin: 256, size: 64, flags: ['READ_ONLY'] }))))
    expect(info).toMatchObject({ type: 'CL_MEM_OBJECT_BUFFER', flags: ['READ_ONLY'], size: 64, offset: 256 })
    expect(info.associatedMemObject).toBe(parent)
  })

  it('of an object over host memory has that memory, and of a part the part of it', () => {
    const { context } = world()
    const hostPtr = new Uint32Array(new ArrayBuffer(2048), 16, 256)
    const whole = right(context.createBuffer({ size: 1024, flags: ['USE_HOST_PTR'], hostPtr }))
    const part = right(whole.createSubBuffer({ origin: 256, size: 64 }))
    expect(right(memObjectInfo(whole)).hostPtr).toBe(hostPtr)
    expectSameMemory(right(memObjectInfo(part)).hostPtr, new Uint8Array(hostPtr.buffer, 16 + 256, 64))
    expect(right(memObjectInfo(part)).flags).toContain('USE_HOST_PTR')
  })

  it('of an object that was copied from host memory has none', () => {
    const { context } = world()
    const desc = { flags: ['COPY_HOST_PTR'], hostPtr: new Uint8Array(64) } as const
    expect(right(memObjectInfo(right(context.createBuffer({ size: 64, ...desc })))).hostPtr).toBeUndefined()
    const image = right(context.createImage({ type: '1D', format: RGBA8, width: 16, ...desc }))
    expect(right(memObjectInfo(image)).hostPtr).toBeUndefined()
  })

  it('knows shared virtual memory behind a buffer and its parts', () => {
    const { context } = world()
    const allocation = right(context.svmAlloc({ size: 1024, flags: ['SVM_FINE_GRAIN_BUFFER'] }))
    const over = (flags: readonly ('USE_HOST_PTR' | 'COPY_HOST_PTR')[]) =>
      right(context.createBuffer({ size: 1024, flags, hostPtr: right(allocation.bytes()) }))
    const using = over(['USE_HOST_PTR'])
    const part = right(using.createSubBuffer({ origin: 128, size: 4 }))
    expect(right(memObjectInfo(using)).usesSvmPointer).toBe(true)
    expect(right(memObjectInfo(part)).usesSvmPointer).toBe(true)
    expect(right(memObjectInfo(over(['COPY_HOST_PTR']))).usesSvmPointer).toBe(false)
  })

  it.each([
    ['1D', 'CL_MEM_OBJECT_IMAGE1D', 12],
    ['1D_BUFFER', 'CL_MEM_OBJECT_IMAGE1D_BUFFER', 12],
    ['1D_ARRAY', 'CL_MEM_OBJECT_IMAGE1D_ARRAY', 24],
    ['2D', 'CL_MEM_OBJECT_IMAGE2D', 60],
    ['2D_ARRAY', 'CL_MEM_OBJECT_IMAGE2D_ARRAY', 120],
    ['3D', 'CL_MEM_OBJECT_IMAGE3D', 120],
  ] as const)('of a %s image has the type %s and %i bytes', (type, constant, size) => {
    const { context, memobj: buffer } = world()
    const image = right(context.createImage({ type, format: RGBA8, width: 3, ...shapeOf(type, buffer) }))
    expect(right(memObjectInfo(image))).toMatchObject({ type: constant, size, offset: 0, usesSvmPointer: false })
    expect(right(memObjectInfo(image)).associatedMemObject).toBe(type === '1D_BUFFER' ? buffer : undefined)
  })

  it('of an image in the memory of another has the bytes between its rows and slices too', () => {
    const { context, memobj: buffer } = world()
    const sizes = { format: RGBA8, width: 4, height: 2, rowPitch: 32 }
    const host = { hostPtr: new Uint8Array(512), slicePitch: 96, depth: 3 }
    const over = right(context.createImage({ type: '2D', ...sizes, buffer }))
    const using = right(context.createImage({ type: '3D', ...sizes, ...host, flags: ['USE_HOST_PTR'] }))
    const copied = right(context.createImage({ type: '3D', ...sizes, ...host, flags: ['COPY_HOST_PTR'] }))
    expect(right(memObjectInfo(over)).size).toBe(64)
    expect(right(memObjectInfo(using)).size).toBe(288)
    expect(right(memObjectInfo(copied)).size).toBe(96)
  })

  it('counts the maps of the object itself from the enqueueing of the map to that of the unmap', async () => {
    const { context, backend, queue, memobj: buffer } = world()
    const part = right(buffer.createSubBuffer({ origin: 0, size: 64 }))
    const other = right(context.createBuffer({ size: 64 }))
    const map = (of: ClBuffer) =>
      right(enqueueCommand(queue, Command.mapBuffer({ buffer: of, mapFlags: ['READ'] }), [])).valid
    const counts = () => [buffer, part, other].map((of) => right(memObjectInfo(of)).mapCount)
    const first = map(buffer)
    map(buffer)
    map(part)
    expect(counts()).toEqual([2, 1, 0])
    if (first?._tag !== 'MapBuffer') throw new Error('no map')
    right(enqueueCommand(queue, Command.unmap({ memobj: buffer, mapped: first.mapping }), []))
    expect(counts()).toEqual([1, 1, 0])
    await turn()
    backend.settleAll()
    expect(counts()).toEqual([1, 1, 0])
  })
})

const shapeOf = (type: ImageType, buffer: ClBuffer) => {
  switch (type) {
    case '1D':
      return {}
    case '1D_BUFFER':
      return { buffer }
    case '1D_ARRAY':
      return { arraySize: 2 }
    case '2D':
      return { height: 5 }
    case '2D_ARRAY':
      return { height: 5, arraySize: 2 }
    case '3D':
      return { height: 5, depth: 2 }
  }
}
