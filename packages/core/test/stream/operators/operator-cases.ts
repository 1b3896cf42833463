import { lastValueFrom, type Observable } from 'rxjs'
import {
  copyBufferRect,
  copyImage,
  fillBuffer,
  fillImage,
  mapBuffer,
  mapImage,
  migrate,
  readBufferRect,
  ready,
  RGBA8,
  svmFree,
  svmMap,
  svmMemFill,
  svmMigrate,
  svmUnmap,
  unmap,
  writeBufferRect,
} from '../../../src/index.ts'
import { bytes, recorded, right, turn } from '../fixture.ts'

/** An operator whose types are left out: programs need not have any. */
export type UntypedOperator = (source: Observable<unknown>) => Observable<unknown>

export interface OperatorCase {
  readonly operator: UntypedOperator
  /** What the source brings. */
  readonly source: unknown
  /** What the backend gets. */
  readonly enqueues: { readonly _tag: string; readonly [field: string]: unknown }
  readonly emits: 'enqueued' | 'completed'
  /** What comes out: the value, in an Enqueued or alone. */
  readonly value: unknown
  /** Why 5 is refused as a source: the code and the parameter. */
  readonly refuses5: readonly [code: string, parameter: string]
}

const untyped = (operator: unknown): UntypedOperator => operator as UntypedOperator

/** A world, and what each operator does in it. What is mapped in it the other operators leave alone. */
export const operatorWorld = async () => {
  const { backend, context, queue } = recorded()
  const buffer = right(context.createBuffer({ size: 64 }))
  const other = right(context.createBuffer({ size: 64 }))
  const desc = { type: '2D', format: RGBA8, width: 4, height: 4 } as const
  const image = right(context.createImage(desc))
  const otherImage = right(context.createImage(desc))
  const svm = right(context.svmAlloc({ size: 64 }))
  const pattern = bytes(1, 2)
  const data = new Uint8Array(64)
  const [pointer, list, objects] = [svm.at(32), [svm.at(0), svm.at(32)], [buffer, image]]
  const mappedBuffer = right(context.createBuffer({ size: 64 }))
  const mappedPointer = right(context.svmAlloc({ size: 64 })).at(8)
  const maps = [
    lastValueFrom(ready(mappedBuffer).pipe(mapBuffer(queue))),
    lastValueFrom(ready(mappedPointer).pipe(svmMap(queue))),
  ] as const
  await turn()
  backend.settleAll()
  const [mapped, mappedSvm] = [right(await maps[0]), right(await maps[1])]
  const noBuffer = ['CL_INVALID_MEM_OBJECT', 'buffer'] as const
  const noImage = ['CL_INVALID_MEM_OBJECT', 'image'] as const
  const cases = {
    readBufferRect: {
      operator: untyped(
        readBufferRect(queue, { region: [4, 2], bufferOrigin: [8], bufferRowPitch: 8, hostRowPitch: 6 }),
      ),
      source: buffer,
      enqueues: {
        _tag: 'ReadBufferRect',
        buffer,
        bufferOrigin: [8, 0, 0],
        region: [4, 2, 1],
        bufferRowPitch: 8,
        hostRowPitch: 6,
      },
      emits: 'completed',
      value: new Uint8Array(10),
      refuses5: noBuffer,
    },
    writeBufferRect: {
      operator: untyped(writeBufferRect(queue, buffer, { region: [4, 2], hostOrigin: [2, 1], hostRowPitch: 16 })),
      source: data,
      enqueues: {
        _tag: 'WriteBufferRect',
        buffer,
        hostOrigin: [2, 1, 0],
        region: [4, 2, 1],
        bufferRowPitch: 4,
        hostRowPitch: 16,
      },
      emits: 'enqueued',
      value: buffer,
      refuses5: ['CL_INVALID_VALUE', 'ptr'],
    },
    copyBufferRect: {
      operator: untyped(
        copyBufferRect(queue, other, { region: [4, 2], srcRowPitch: 8, dstOrigin: [1, 2], dstRowPitch: 5 }),
      ),
      source: buffer,
      enqueues: {
        _tag: 'CopyBufferRect',
        srcBuffer: buffer,
        dstBuffer: other,
        dstOrigin: [1, 2, 0],
        srcRowPitch: 8,
        dstRowPitch: 5,
      },
      emits: 'enqueued',
      value: other,
      refuses5: ['CL_INVALID_MEM_OBJECT', 'src_buffer'],
    },
    fillBuffer: {
      operator: untyped(fillBuffer(queue, pattern, { offset: 4, size: 8 })),
      source: buffer,
      enqueues: { _tag: 'FillBuffer', buffer, pattern, offset: 4, size: 8 },
      emits: 'enqueued',
      value: buffer,
      refuses5: noBuffer,
    },
    copyImage: {
      operator: untyped(copyImage(queue, otherImage, { srcOrigin: [1, 1], dstOrigin: [2], region: [2, 3] })),
      source: image,
      enqueues: {
        _tag: 'CopyImage',
        srcImage: image,
        dstImage: otherImage,
        srcOrigin: [1, 1, 0],
        dstOrigin: [2, 0, 0],
        region: [2, 3, 1],
      },
      emits: 'enqueued',
      value: otherImage,
      refuses5: ['CL_INVALID_MEM_OBJECT', 'src_image'],
    },
    fillImage: {
      operator: untyped(fillImage(queue, [1, 0, 0, 1], { origin: [1], region: [2, 2] })),
      source: image,
      enqueues: {
        _tag: 'FillImage',
        image,
        origin: [1, 0, 0],
        region: [2, 2, 1],
        fillColor: new Uint8Array(Float32Array.of(1, 0, 0, 1).buffer),
      },
      emits: 'enqueued',
      value: image,
      refuses5: noImage,
    },
    mapBuffer: {
      operator: untyped(mapBuffer(queue, { mapFlags: ['READ'], offset: 8, size: 16 })),
      source: buffer,
      enqueues: { _tag: 'MapBuffer', buffer, mapFlags: ['READ'], offset: 8, size: 16 },
      emits: 'completed',
      value: { _tag: 'Mapped', resource: buffer, flags: ['READ'] },
      refuses5: noBuffer,
    },
    mapImage: {
      operator: untyped(mapImage(queue, { mapFlags: ['WRITE'], origin: [1], region: [2, 2] })),
      source: image,
      enqueues: { _tag: 'MapImage', image, mapFlags: ['WRITE'], origin: [1, 0, 0], region: [2, 2, 1] },
      emits: 'completed',
      value: { _tag: 'Mapped', resource: image, flags: ['WRITE'] },
      refuses5: noImage,
    },
    migrate: {
      operator: untyped(migrate(queue, { flags: ['HOST'] })),
      source: objects,
      enqueues: { _tag: 'MigrateMemObjects', memObjects: objects, flags: ['HOST'] },
      emits: 'enqueued',
      value: objects,
      refuses5: ['CL_INVALID_MEM_OBJECT', 'mem_objects'],
    },
    svmMemFill: {
      operator: untyped(svmMemFill(queue, pattern, { size: 8 })),
      source: pointer,
      enqueues: { _tag: 'SvmMemFill', svmPtr: pointer, pattern, size: 8 },
      emits: 'enqueued',
      value: pointer,
      refuses5: ['CL_INVALID_VALUE', 'svm_ptr'],
    },
    svmMap: {
      operator: untyped(svmMap(queue, { flags: ['READ'], size: 8 })),
      source: pointer,
      enqueues: { _tag: 'SvmMap', svmPtr: pointer, flags: ['READ'], size: 8 },
      emits: 'completed',
      value: { _tag: 'Mapped', resource: pointer, flags: ['READ'] },
      refuses5: ['CL_INVALID_VALUE', 'svm_ptr'],
    },
    svmMigrate: {
      operator: untyped(svmMigrate(queue, { sizes: [8, 16], flags: ['CONTENT_UNDEFINED'] })),
      source: list,
      enqueues: { _tag: 'SvmMigrateMem', svmPointers: list, sizes: [8, 16], flags: ['CONTENT_UNDEFINED'] },
      emits: 'enqueued',
      value: list,
      refuses5: ['CL_INVALID_VALUE', 'svm_pointers'],
    },
    svmFree: {
      operator: untyped(svmFree(queue)),
      source: svm.at(0),
      enqueues: { _tag: 'SvmFree', svmPointers: [svm.at(0)] },
      emits: 'enqueued',
      value: undefined,
      refuses5: ['CL_INVALID_VALUE', 'svm_pointers'],
    },
    unmap: {
      operator: untyped(unmap(queue)),
      source: mapped,
      enqueues: { _tag: 'UnmapMemObject', memobj: mappedBuffer, mapping: mapped },
      emits: 'enqueued',
      value: mappedBuffer,
      refuses5: ['CL_INVALID_MEM_OBJECT', 'memobj'],
    },
    svmUnmap: {
      operator: untyped(svmUnmap(queue)),
      source: mappedSvm,
      enqueues: { _tag: 'SvmUnmap', svmPtr: mappedPointer, mapping: mappedSvm },
      emits: 'enqueued',
      value: mappedPointer,
      refuses5: ['CL_INVALID_VALUE', 'svm_ptr'],
    },
  } as const satisfies Readonly<Record<string, OperatorCase>>
  return { backend, cases: cases as Readonly<Record<keyof typeof cases, OperatorCase>> }
}
