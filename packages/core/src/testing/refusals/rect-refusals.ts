import { Command } from '../../index.ts'
import type { Capability } from '../capability.ts'
import type { Draft } from '../case.ts'
import { boundsRows, region, regionRows, sideRows, type Side } from './rect-sides.ts'
import { SIZE, refusalDrafts, untyped, type RefusalScene } from './refusal-scene.ts'

const needs: readonly Capability[] = ['rects']
const INVALID_VALUE = { code: 'CL_INVALID_VALUE', status: -30, needs }
const INVALID_CONTEXT = { code: 'CL_INVALID_CONTEXT', status: -34, needs }
const INVALID_MEM_OBJECT = { code: 'CL_INVALID_MEM_OBJECT', status: -38, needs }
const INVALID_OPERATION = {
  code: 'CL_INVALID_OPERATION',
  status: -59,
  needs: ['rects', 'hostAccessFlags'],
} as const
const OVERLAP = { code: 'CL_MEM_COPY_OVERLAP', status: -8, needs, parameter: 'dst_buffer' }

const ptr = new Uint8Array(SIZE)

const onBuffer = ({ region: box, origin, rowPitch, slicePitch }: Side) => ({
  region: box,
  bufferOrigin: origin,
  bufferRowPitch: rowPitch,
  bufferSlicePitch: slicePitch,
})

const onHost = ({ region: box, origin, rowPitch, slicePitch }: Side) => ({
  region: box,
  hostOrigin: origin,
  hostRowPitch: rowPitch,
  hostSlicePitch: slicePitch,
})

const BUFFER = { origin: 'buffer_origin', row: 'buffer_row_pitch', slice: 'buffer_slice_pitch' }
const HOST = { origin: 'host_origin', row: 'host_row_pitch', slice: 'host_slice_pitch' }
const SRC = { origin: 'src_origin', row: 'src_row_pitch', slice: 'src_slice_pitch' }
const DST = { origin: 'dst_origin', row: 'dst_row_pitch', slice: 'dst_slice_pitch' }

const writesBuffer = ({ target }: RefusalScene, side: Side) =>
  Command.writeBufferRect({ buffer: target, ptr, ...onBuffer(side) })
const writesHost = ({ target }: RefusalScene, side: Side) =>
  Command.writeBufferRect({ buffer: target, ptr, ...onHost(side) })

const WRITE = refusalDrafts('WriteBufferRect', [
  ...regionRows(writesBuffer),
  ...sideRows(BUFFER, writesBuffer, 'the buffer'),
  ...boundsRows(BUFFER, writesBuffer, 'the buffer'),
  ...sideRows(HOST, writesHost, 'the host'),
  {
    name: 'data that ends before the box',
    ...INVALID_VALUE,
    parameter: 'ptr',
    command: ({ target }) => Command.writeBufferRect({ buffer: target, ptr: ptr.subarray(0, 15), region }),
  },
  {
    name: 'data that is no view',
    ...INVALID_VALUE,
    parameter: 'ptr',
    command: ({ target }) => Command.writeBufferRect({ buffer: target, ptr: untyped(undefined), region }),
  },
  {
    name: 'a buffer that the host may only read',
    ...INVALID_OPERATION,
    parameter: 'buffer',
    command: async ({ bench }) =>
      Command.writeBufferRect({ buffer: await bench.buffer(SIZE, ['HOST_READ_ONLY']), ptr, region }),
  },
  {
    name: 'a released buffer',
    ...INVALID_MEM_OBJECT,
    parameter: 'buffer',
    command: ({ gone }) => Command.writeBufferRect({ buffer: gone, ptr, region }),
  },
])

const readsBuffer = ({ source }: RefusalScene, side: Side) =>
  Command.readBufferRect({ buffer: source, ...onBuffer(side) })
const readsHost = ({ source }: RefusalScene, side: Side) =>
  Command.readBufferRect({ buffer: source, ptr: new Uint8Array(SIZE), ...onHost(side) })

const READ = refusalDrafts('ReadBufferRect', [
  ...regionRows(readsBuffer),
  ...sideRows(BUFFER, readsBuffer, 'the buffer'),
  ...boundsRows(BUFFER, readsBuffer, 'the buffer'),
  ...sideRows(HOST, readsHost, 'the host'),
  {
    name: 'memory that ends before the box',
    ...INVALID_VALUE,
    parameter: 'ptr',
    command: ({ source }) =>
      Command.readBufferRect({ buffer: source, ptr: new Uint8Array(16), region, hostOrigin: [1, 0, 0] }),
  },
  {
    name: 'a buffer that the host may only write',
    ...INVALID_OPERATION,
    parameter: 'buffer',
    command: async ({ bench }) =>
      Command.readBufferRect({ buffer: await bench.buffer(SIZE, ['HOST_WRITE_ONLY']), region }),
  },
  {
    name: 'a buffer of another context',
    ...INVALID_CONTEXT,
    parameter: 'buffer',
    command: ({ foreign }) => Command.readBufferRect({ buffer: foreign, region }),
  },
])

const copiesFrom = ({ source, target }: RefusalScene, { region: box, origin, rowPitch, slicePitch }: Side) =>
  Command.copyBufferRect({
    srcBuffer: source,
    dstBuffer: target,
    region: box,
    srcOrigin: origin,
    srcRowPitch: rowPitch,
    srcSlicePitch: slicePitch,
  })
const copiesTo = ({ source, target }: RefusalScene, { region: box, origin, rowPitch, slicePitch }: Side) =>
  Command.copyBufferRect({
    srcBuffer: source,
    dstBuffer: target,
    region: box,
    dstOrigin: origin,
    dstRowPitch: rowPitch,
    dstSlicePitch: slicePitch,
  })

const COPY = refusalDrafts('CopyBufferRect', [
  ...regionRows(copiesFrom),
  ...sideRows(SRC, copiesFrom, 'the source'),
  ...boundsRows(SRC, copiesFrom, 'the source'),
  ...sideRows(DST, copiesTo, 'the destination'),
  ...boundsRows(DST, copiesTo, 'the destination'),
  {
    name: 'pitches that differ within one buffer',
    ...INVALID_VALUE,
    parameter: 'dst_row_pitch',
    command: ({ source }) =>
      Command.copyBufferRect({ srcBuffer: source, dstBuffer: source, region: [2, 2], dstRowPitch: 3, dstOrigin: [32] }),
  },
  {
    name: 'boxes of one buffer that share a byte',
    ...OVERLAP,
    command: ({ source }) => {
      const pitches = { srcRowPitch: 8, dstRowPitch: 8 }
      return Command.copyBufferRect({
        srcBuffer: source,
        dstBuffer: source,
        region: [4, 3],
        dstOrigin: [3, 2],
        ...pitches,
      })
    },
  },
  {
    name: 'a part and its parent that share a byte, at pitches that differ',
    ...OVERLAP,
    needs: ['rects', 'subBuffers'],
    command: ({ bench, source }) =>
      Command.copyBufferRect({
        srcBuffer: source,
        dstBuffer: bench.subBuffer(source, 0, 32),
        region: [2, 3],
        srcRowPitch: 10,
        dstRowPitch: 7,
        dstOrigin: [6],
      }),
  },
  {
    name: 'a released destination',
    ...INVALID_MEM_OBJECT,
    parameter: 'dst_buffer',
    command: ({ source, gone }) => Command.copyBufferRect({ srcBuffer: source, dstBuffer: gone, region }),
  },
  {
    name: 'a source of another context',
    ...INVALID_CONTEXT,
    parameter: 'src_buffer',
    command: ({ foreign, target }) => Command.copyBufferRect({ srcBuffer: foreign, dstBuffer: target, region }),
  },
])

export const RECT_REFUSALS: readonly Draft[] = [...WRITE, ...READ, ...COPY]
